using SearchService.Articles;
using SearchService.Ingestion;

namespace SearchService.Tests.Support;

/// <summary>What a reader might have found.</summary>
public static class Items
{
    /// <summary>An article a line.</summary>
    public static IAsyncEnumerable<ReadItem> Of(params IEnumerable<Article> articles) =>
        Of(articles.Select((article, i) => new ReadItem(i + 1, article)));

    /// <summary>Articles and problems; if an error is given, it is thrown after them.</summary>
    public static async IAsyncEnumerable<ReadItem> Of(IEnumerable<ReadItem> items, Exception? error = null)
    {
        await Task.Yield();
        foreach (var item in items)
        {
            yield return item;
        }

        if (error is not null)
        {
            throw error;
        }
    }
}
