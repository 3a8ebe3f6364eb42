using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using SearchService.Searching;
using SearchService.Searching.Facets;

namespace SearchService.Endpoints;

/// <summary>Search and topics.</summary>
public static class SearchEndpoints
{
    /// <summary>Maps the routes.</summary>
    public static void MapSearch(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api").WithTags("Search").RequireRateLimiting(SearchOptions.LimiterPolicy);
        group.MapGet("/search", Search).WithSummary("Ranked search with facets, passages and highlights");
        group.MapSuggestions();
        group.MapGet("/topics", Topics).WithSummary("All topics with their number of articles");
    }

    private static Results<Ok<SearchResponse>, ProblemHttpResult> Search(
        [AsParameters] SearchParameters parameters, ArticleSearcher searcher, IOptions<SearchOptions> options) =>
        parameters.Read(options.Value.MaxQueryLength, out var fault) is { } request
            ? TypedResults.Ok(searcher.Search(request))
            : Problems.Of(fault!);

    private static Ok<TopicList> Topics(ArticleSearcher searcher)
    {
        var response = searcher.Search(new SearchRequest
        {
            Size = 0,
            Facets = new HashSet<FacetField> { FacetField.Topic },
            FacetSize = SearchRequest.MaxFacetSize,
        });
        return TypedResults.Ok(new TopicList([.. response.Facets["topic"].Select(topic => new TopicCount(topic.Value, topic.Count))]));
    }

    internal sealed record TopicList(IReadOnlyList<TopicCount> Topics);

    internal sealed record TopicCount(string Value, int Count);
}
