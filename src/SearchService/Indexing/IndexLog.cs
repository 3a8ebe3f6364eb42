namespace SearchService.Indexing;

/// <summary>What the index writes to the log.</summary>
internal static partial class IndexLog
{
    /// <summary>An article is left out of the index.</summary>
    [LoggerMessage(1, LogLevel.Error, "The article {Id} cannot be indexed and is left out of generation {Generation}; the others go on")]
    public static partial void Rejected(ILogger logger, Exception cause, string id, string generation);
}
