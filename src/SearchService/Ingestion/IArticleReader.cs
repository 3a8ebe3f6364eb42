namespace SearchService.Ingestion;

/// <summary>Reads one news format. Each format has one reader; they are tried in the order of <see cref="ArticleReaders"/>.</summary>
public interface IArticleReader
{
    /// <summary>The endings of file names of this format, with their dot, in lower case.</summary>
    IReadOnlyCollection<string> Extensions { get; }

    /// <summary>Whether the first line that is not blank is one of this format.</summary>
    bool Recognizes(ReadOnlySpan<byte> firstLine);

    /// <summary>Reads articles and problems in the order they stand, holding one article at a time.</summary>
    /// <param name="content">The file, at its start; left open.</param>
    /// <param name="options">Limits.</param>
    /// <param name="cancellation">Stops the reading.</param>
    IAsyncEnumerable<ReadItem> ReadAsync(Stream content, IngestionOptions options, CancellationToken cancellation);
}
