using Microsoft.AspNetCore.Http.HttpResults;
using SearchService.Searching;
using SearchService.Searching.Similarity;
using SearchService.Storage;

namespace SearchService.Endpoints;

/// <summary>Articles like one.</summary>
public static class SimilarEndpoints
{
    /// <summary>Maps the route into the group of articles, under the limits of searches.</summary>
    public static void MapSimilar(this IEndpointRouteBuilder articles) =>
        articles.MapGet("/{id}/similar", Similar).WithSummary("Articles like an article, most similar first").ProducesProblem(404)
            .RequireRateLimiting(SearchOptions.LimiterPolicy);

    private static Results<Ok<SimilarAnswer>, ProblemHttpResult> Similar(
        string id, [AsParameters] SimilarParameters parameters, ArticleStore store, SimilarArticles similar)
    {
        if (parameters.Read(out var size) is { } fault)
        {
            return Problems.Of(fault);
        }

        return store.Get(id) is { Visible: true } stored
            ? TypedResults.Ok(new SimilarAnswer(similar.Find(stored.Classified.Article, size)))
            : ArticleEndpoints.NotFound(id);
    }

    internal sealed record SimilarAnswer(IReadOnlyList<SearchHit> Hits);
}
