using System.Text;
using SearchService.Ingestion;

namespace SearchService.Tests.Support;

/// <summary>Reads texts and files through the readers of the program.</summary>
public static class Read
{
    private static readonly IngestionOptions Defaults = new();

    /// <summary>All lines of a stream; their bytes are kept apart from the reader's own.</summary>
    public static async Task<List<TextLine>> LinesAsync(Stream stream, int maxLineBytes)
    {
        var lines = new List<TextLine>();
        await foreach (var line in LineReader.ReadAsync(stream, maxLineBytes))
        {
            lines.Add(line with { Utf8 = line.Utf8.ToArray() });
        }

        return lines;
    }

    /// <summary>What a reader finds in a text.</summary>
    public static Task<List<ReadItem>> ItemsAsync(IArticleReader reader, string text, int? maxLineBytes = null) =>
        ItemsAsync(reader, Encoding.UTF8.GetBytes(text), maxLineBytes);

    /// <summary>What a reader finds in a file.</summary>
    public static async Task<List<ReadItem>> ItemsAsync(IArticleReader reader, byte[] bytes, int? maxLineBytes = null)
    {
        using var content = new MemoryStream(bytes);
        var options = maxLineBytes is { } max ? new IngestionOptions { MaxLineBytes = max } : Defaults;
        return await ItemsAsync(reader, content, options);
    }

    /// <summary>What the reader that the program chooses for a file of tests/corpus finds in it.</summary>
    public static async Task<List<ReadItem>> CorpusAsync(string name)
    {
        await using var content = File.OpenRead(Repository.Corpus(name));
        var reader = await ArticleReaders.ChooseAsync(content, name, CancellationToken.None);
        Assert.NotNull(reader);
        return await ItemsAsync(reader, content, Defaults);
    }

    private static async Task<List<ReadItem>> ItemsAsync(IArticleReader reader, Stream content, IngestionOptions options)
    {
        var items = new List<ReadItem>();
        await foreach (var item in reader.ReadAsync(content, options, CancellationToken.None))
        {
            items.Add(item);
        }

        return items;
    }
}
