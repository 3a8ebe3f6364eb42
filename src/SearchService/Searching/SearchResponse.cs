using SearchService.Searching.Facets;
using SearchService.Searching.Queries;

namespace SearchService.Searching;

/// <summary>The answer to a search.</summary>
/// <param name="Query">The query text.</param>
/// <param name="Total">How many articles were found, exactly.</param>
/// <param name="TookMs">How long it took, in milliseconds.</param>
/// <param name="Relaxed">Whether not all words had to be found because that found nothing.</param>
/// <param name="LeftOut">Then, the words that are missing from the first hit.</param>
/// <param name="Generation">The index generation that answered.</param>
/// <param name="Hits">The hits in order.</param>
/// <param name="Facets">Counts by facet: <c>topic</c>, <c>story</c>, <c>source</c>, <c>date</c>, as asked.</param>
/// <param name="DidYouMean">A better spelling, or null.</param>
/// <param name="Problems">What in the query could not be taken as it stands.</param>
/// <param name="NextCursor">Goes on after the last hit, or null if there is nothing more.</param>
public sealed record SearchResponse(
    string Query,
    int Total,
    double TookMs,
    bool Relaxed,
    IReadOnlyList<string> LeftOut,
    string Generation,
    IReadOnlyList<SearchHit> Hits,
    IReadOnlyDictionary<string, IReadOnlyList<FacetValue>> Facets,
    SpellingSuggestion? DidYouMean,
    IReadOnlyList<QueryProblem> Problems,
    string? NextCursor);
