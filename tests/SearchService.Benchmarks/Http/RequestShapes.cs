using System.Net.Http.Json;
using System.Text.Json;

namespace SearchService.Benchmarks.Http;

/// <summary>The requests that are measured, by the name of their shape.</summary>
internal static class RequestShapes
{
    /// <summary>
    /// <c>page</c>: the default page with facets, passages and highlights; <c>facets</c>: the counts alone; <c>suggest</c>: completions of what is being
    /// typed; <c>article</c>: an article by its identifier.
    /// </summary>
    public static readonly IReadOnlyList<string> Names = ["page", "facets", "suggest", "article"];

    // Enough that no cache of the service holds them all for nothing, few enough to be asked for quickly.
    private const int ArticleQueries = 500;

    /// <summary>The requests of a shape, in a random order that is always the same.</summary>
    /// <exception cref="HttpRequestException">The service does not answer the searches that find the articles.</exception>
    public static async Task<IReadOnlyList<Uri>> OfAsync(string shape, IReadOnlyList<string> queries, HttpClient client, CancellationToken cancellation)
    {
        var random = new Random(20251224);
        var shuffled = queries.ToArray();
        random.Shuffle(shuffled);
        return shape switch
        {
            "page" => [.. shuffled.Select(query => Relative($"/api/search?q={Uri.EscapeDataString(query)}"))],
            "facets" => [.. shuffled.Select(query => Relative($"/api/search?q={Uri.EscapeDataString(query)}&size=0"))],
            "suggest" => [.. shuffled.Select(query => Relative($"/api/suggest?q={Uri.EscapeDataString(Typed(query, random))}"))],
            "article" => [.. (await ArticlesAsync(shuffled.Take(ArticleQueries), client, cancellation)).Select(id => Relative($"/api/articles/{id}"))],
            _ => throw new ArgumentOutOfRangeException(nameof(shape), shape, "No such shape."),
        };
    }

    /// <summary>What somebody who types the query has typed at some moment: at least two characters.</summary>
    private static string Typed(string query, Random random)
    {
        var end = query.Length <= 2 ? query.Length : random.Next(2, query.Length + 1);
        return query[..(end < query.Length && char.IsLowSurrogate(query[end]) ? end + 1 : end)];
    }

    private static async Task<IReadOnlyList<string>> ArticlesAsync(IEnumerable<string> queries, HttpClient client, CancellationToken cancellation)
    {
        var articles = new HashSet<string>(StringComparer.Ordinal);
        foreach (var query in queries)
        {
            var answer = await client.GetFromJsonAsync<JsonElement>(Relative($"/api/search?q={Uri.EscapeDataString(query)}&facets=none"), cancellation);
            articles.UnionWith(answer.GetProperty("hits").EnumerateArray().Select(hit => hit.GetProperty("id").GetString()!));
        }

        return articles.Count > 0 ? [.. articles] : throw new InvalidDataException("No query finds an article.");
    }

    private static Uri Relative(string path) => new(path, UriKind.Relative);
}
