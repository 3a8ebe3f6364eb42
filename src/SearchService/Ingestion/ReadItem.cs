using SearchService.Articles;

namespace SearchService.Ingestion;

/// <summary>What a reader found at a line: an article, a problem, or both when the article could be read all the same. Only a problem without an
/// article that is <see cref="IsRejection"/> means that an article was lost.</summary>
/// <param name="Line">The line where it starts, from 1.</param>
/// <param name="Article">The article, or null.</param>
/// <param name="Problem">The problem, or null.</param>
/// <param name="UnknownFields">How many fields of the article were passed over.</param>
public readonly record struct ReadItem(int Line, Article? Article, ArticleError? Problem = null, int UnknownFields = 0)
{
    /// <summary>The notice that a file is not in UTF-8.</summary>
    public static ArticleError ConvertedNotice { get; } =
        new(ArticleError.Converted, "Le texte n'est pas en UTF-8 : cette ligne et d'autres peut-être sont lues en Windows-1252.");

    /// <summary>Whether an article could not be taken.</summary>
    public bool IsRejection => Article is null && Problem is { Code: not (ArticleError.Converted or ArticleError.ControlCharacters) };
}
