using System.Net;
using System.Net.Http.Headers;
using SearchService.Articles;
using SearchService.Ingestion;

namespace SearchService.Commands;

/// <summary>The articles of a file as a request body of JSON Lines, written while they are read.</summary>
internal sealed class ArticleLines : HttpContent
{
    private readonly IAsyncEnumerable<ReadItem> _items;
    private readonly Action<int, ArticleError> _reject;
    private readonly List<int> _lines = [];

    public ArticleLines(IAsyncEnumerable<ReadItem> items, Action<int, ArticleError> reject)
    {
        _items = items;
        _reject = reject;
        Headers.ContentType = new MediaTypeHeaderValue("application/x-ndjson");
    }

    /// <summary>The line of the file that a line of the body came from.</summary>
    public int LineOf(int sent) => sent >= 1 && sent <= _lines.Count ? _lines[sent - 1] : 0;

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        await foreach (var item in _items)
        {
            if (item.Article is { } article)
            {
                await stream.WriteAsync(ArticleJsonWriter.WriteSubmission(article));
                await stream.WriteAsync("\n"u8.ToArray());
                _lines.Add(item.Line);
            }
            else if (item.IsRejection)
            {
                _reject(item.Line, item.Problem!);
            }
        }
    }

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }
}
