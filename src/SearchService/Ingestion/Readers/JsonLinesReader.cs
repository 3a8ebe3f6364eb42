using System.Globalization;
using System.Runtime.CompilerServices;
using SearchService.Articles;

namespace SearchService.Ingestion.Readers;

/// <summary>JSON Lines: an article a line; blank lines are passed over.</summary>
public sealed class JsonLinesReader : IArticleReader
{
    /// <inheritdoc/>
    public IReadOnlyCollection<string> Extensions { get; } = [".jsonl", ".ndjson"];

    /// <inheritdoc/>
    public bool Recognizes(ReadOnlySpan<byte> firstLine) => firstLine.TrimStart(" \t"u8).StartsWith("{"u8);

    /// <inheritdoc/>
    public async IAsyncEnumerable<ReadItem> ReadAsync(
        Stream content, IngestionOptions options, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var told = false;
        await foreach (var line in LineReader.ReadAsync(content, options.MaxLineBytes, cancellation))
        {
            if (line.TooLong)
            {
                yield return new ReadItem(line.Number, null, new ArticleError(ArticleError.TooLarge, string.Create(
                    CultureInfo.InvariantCulture, $"La ligne dépasse {options.MaxLineBytes} octets (Ingestion:MaxLineBytes).")));
            }
            else if (!line.IsBlank)
            {
                if (!ArticleJsonReader.TryRead(line.Utf8, out var article, out var error, out var unknown))
                {
                    yield return new ReadItem(line.Number, null, error);
                    continue;
                }

                // A broken line tells what breaks it; the notice waits for the next one.
                var notice = line.Converted && !told ? ReadItem.ConvertedNotice : null;
                told |= line.Converted;
                yield return new ReadItem(line.Number, article, notice, unknown);
            }
        }
    }
}
