using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using SearchService.Indexing;
using SearchService.Pages.Overview;
using SearchService.Searching;

namespace SearchService.Pages.Results;

/// <summary>The first page: what is new, or what a search found.</summary>
public static class SearchPageRoute
{
    /// <summary>Maps it.</summary>
    public static void MapSearchPage(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/", Show).RequireRateLimiting(SearchOptions.LimiterPolicy).ExcludeFromDescription();

    private static RazorComponentResult Show(
        [AsParameters] SearchParameters parameters, ArticleSearcher searcher, OverviewReader overview, IOptions<SearchOptions> options, TimeProvider time)
    {
        var now = time.GetUtcNow();
        var request = parameters.Read(options.Value.MaxQueryLength, out var fault);
        if (request is null)
        {
            return Page(new SearchView(parameters.Q, new SearchRequest(), null, fault!.Message, now), 400);
        }

        try
        {
            return AsksForNothing(request, parameters)
                ? PageResult.Of<OverviewPage>(new { View = overview.Read(now) })
                : Page(new SearchView(request.Query, request, searcher.Search(request), null, now), 200);
        }
        catch (IndexNotReadyException)
        {
            return Page(new SearchView(request.Query, request, null, "L’index se construit" + PageText.Space + ": revenez dans un instant.", now), 503);
        }
        catch (SearchTimeoutException)
        {
            return Page(new SearchView(request.Query, request, null, "La recherche a pris trop de temps" + PageText.Space + ": précisez-la ou réessayez.", now), 503);
        }
    }

    /// <summary>Whether nothing was asked: an empty form sends its fields all the same.</summary>
    private static bool AsksForNothing(SearchRequest request, SearchParameters parameters) =>
        string.IsNullOrWhiteSpace(request.Query) && string.IsNullOrEmpty(parameters.Page)
        && request is { Topics: [], Stories: [], Sources: [], Days.IsOpen: true, Cursor: null, Sort: SearchSort.Relevance, Collapse: false };

    private static RazorComponentResult Page(SearchView view, int status) => PageResult.Of<SearchPage>(new { View = view }, status);
}
