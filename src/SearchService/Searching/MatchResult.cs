using Lucene.Net.Search;
using SearchService.Searching.Facets;
using SearchService.Searching.Queries;
using SearchService.Searching.Ranking;

namespace SearchService.Searching;

/// <summary>What one pass over the index found.</summary>
/// <param name="Query">The query that was run.</param>
/// <param name="Lucene">The same for Lucene.</param>
/// <param name="Forms">What its patterns stood for.</param>
/// <param name="Total">How many articles were found.</param>
/// <param name="Hits">The hits of the page, in order.</param>
/// <param name="Facets">The counts by facet.</param>
/// <param name="More">Whether hits follow.</param>
internal sealed record MatchResult(
    AnalyzedQuery Query,
    Query Lucene,
    ExpandedForms Forms,
    int Total,
    IReadOnlyList<FoundHit> Hits,
    IReadOnlyDictionary<string, IReadOnlyList<FacetValue>> Facets,
    bool More);
