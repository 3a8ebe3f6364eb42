namespace SearchService.Articles;

/// <summary>Why a text could not be taken as an article.</summary>
/// <param name="Code">A stable code: one of the constants below.</param>
/// <param name="Message">What is wrong and where, in French, for the person who wrote the text.</param>
public sealed record ArticleError(string Code, string Message)
{
    /// <summary>The identifier of the article, if it could be read.</summary>
    public string? ArticleId { get; init; }

    /// <summary>The text is not JSON.</summary>
    public const string InvalidJson = "invalid_json";

    /// <summary>The JSON is not an article.</summary>
    public const string InvalidArticle = "invalid_article";

    /// <summary>The store holds a higher version.</summary>
    public const string VersionConflict = "version_conflict";

    /// <summary>The line, or the article, is larger than the limit.</summary>
    public const string TooLarge = "too_large";

    /// <summary>The same file already has another article under this identifier.</summary>
    public const string DuplicateId = "duplicate_id";

    /// <summary>No reader knows this format.</summary>
    public const string UnknownFormat = "unknown_format";

    /// <summary>The file or folder cannot be read.</summary>
    public const string Unreadable = "unreadable";

    /// <summary>The text is not UTF-8 and was read as Windows-1252; told once per file.</summary>
    public const string Converted = "windows_1252";

    /// <summary>The text held control characters, which were taken out; the article was read.</summary>
    public const string ControlCharacters = "control_characters";
}
