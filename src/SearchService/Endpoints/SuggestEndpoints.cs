using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using SearchService.Searching;
using SearchService.Searching.Suggestions;

namespace SearchService.Endpoints;

/// <summary>Completions of what somebody is typing.</summary>
public static class SuggestEndpoints
{
    /// <summary>Maps the route into the group of searches, which share their limits.</summary>
    public static void MapSuggestions(this IEndpointRouteBuilder searches) =>
        searches.MapGet("/suggest", Suggest).WithSummary("Words, topics, stories and headlines that complete a text");

    private static Results<Ok<SuggestAnswer>, ProblemHttpResult> Suggest(
        [AsParameters] SuggestParameters parameters, Suggester suggester, IOptions<SearchOptions> options) =>
        parameters.Read(options.Value.MaxQueryLength, out var text, out var size) is { } fault
            ? Problems.Of(fault)
            : TypedResults.Ok(new SuggestAnswer(suggester.Suggest(text, size)));

    internal sealed record SuggestAnswer(IReadOnlyList<Suggestion> Suggestions);
}
