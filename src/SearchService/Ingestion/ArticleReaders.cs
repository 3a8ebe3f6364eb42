using SearchService.Ingestion.Readers;

namespace SearchService.Ingestion;

/// <summary>All readers, and the choice of the one for a file: by its content, then by its name.</summary>
public static class ArticleReaders
{
    private const int HeadBytes = 4096;

    private static readonly IArticleReader[] All = [new JsonLinesReader(), new NewsPageReader()];

    /// <summary>The reader for a file, or null if its format is unknown.</summary>
    /// <param name="content">The file; read from its start, which is also where it is left.</param>
    /// <param name="fileName">Its name.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public static async ValueTask<IArticleReader?> ChooseAsync(Stream content, string fileName, CancellationToken cancellation)
    {
        var head = new byte[HeadBytes];
        var length = await content.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellation);
        content.Position = 0;
        using var start = new MemoryStream(head, 0, length);
        await foreach (var line in LineReader.ReadAsync(start, HeadBytes, cancellation))
        {
            if (!line.IsBlank)
            {
                if (All.FirstOrDefault(reader => reader.Recognizes(line.Utf8.Span)) is { } recognized)
                {
                    return recognized;
                }

                break;
            }
        }

        var extension = Path.GetExtension(fileName);
        return All.FirstOrDefault(reader => reader.Extensions.Contains(extension, StringComparer.OrdinalIgnoreCase));
    }
}
