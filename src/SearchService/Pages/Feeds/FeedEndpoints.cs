using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using SearchService.Endpoints;
using SearchService.Searching;
using SearchService.Searching.Suggestions;

namespace SearchService.Pages.Feeds;

/// <summary>What programs of readers ask for: the feed of a search, the description for browsers that add the engine, and the suggestions in their form.</summary>
public static class FeedEndpoints
{
    /// <summary>Few: browsers show no more, and ask at each letter.</summary>
    private const int SuggestionsOfBrowser = 8;

    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.Default };

    /// <summary>Maps the routes.</summary>
    public static void MapFeeds(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/feed.atom", Feed).RequireRateLimiting(SearchOptions.LimiterPolicy).ExcludeFromDescription();
        routes.MapGet("/opensearch.xml", Description).ExcludeFromDescription();
        routes.MapGet("/opensearch/suggest", Suggest).RequireRateLimiting(SearchOptions.LimiterPolicy).ExcludeFromDescription();
    }

    private static Results<FileContentHttpResult, ProblemHttpResult> Feed(
        [AsParameters] SearchParameters parameters, HttpRequest http, ArticleSearcher searcher, IOptions<SearchOptions> options)
    {
        if (parameters.Read(options.Value.MaxQueryLength, out var fault) is not { } request)
        {
            return Problems.Of(fault!);
        }

        if (SiteAddress.Of(http) is not { } site)
        {
            return NoSite();
        }

        // Who subscribes wants what is new; the score is for who looks once.
        request = string.IsNullOrEmpty(parameters.Sort) && request.Cursor is null ? request with { Sort = SearchSort.Newest } : request;
        return File(AtomFeed.Write(request, searcher.Search(request with { Facets = new HashSet<Searching.Facets.FacetField>() }), site), AtomFeed.MediaType);
    }

    private static Results<FileContentHttpResult, ProblemHttpResult> Description(HttpRequest http) => SiteAddress.Of(http) is { } site
        ? File(OpenSearchDescription.Write(site), OpenSearchDescription.MediaType)
        : NoSite();

    private static Results<FileContentHttpResult, ProblemHttpResult> Suggest(string? q, Suggester suggester, IOptions<SearchOptions> options)
    {
        var parameters = new SuggestParameters { Q = q };
        if (parameters.Read(options.Value.MaxQueryLength, out var text, out _) is { } fault)
        {
            return Problems.Of(fault);
        }

        object[] answer = [text, suggester.Suggest(text, SuggestionsOfBrowser).Select(suggestion => suggestion.Text)];
        return TypedResults.Bytes(JsonSerializer.SerializeToUtf8Bytes(answer, Json), OpenSearchDescription.SuggestionsMediaType + "; charset=utf-8");
    }

    // No date of change: a withdrawn article would leave it as it was. The tag tells every change.
    private static FileContentHttpResult File(byte[] content, string mediaType) => TypedResults.Bytes(
        content, mediaType + "; charset=utf-8", entityTag: new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, 16))}\""));

    private static ProblemHttpResult NoSite() => Problems.Of(ErrorCode.InvalidParameter, "L'en-tête Host ne désigne aucune machine.");
}
