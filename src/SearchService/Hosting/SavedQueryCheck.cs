using System.Globalization;
using SearchService.Indexing;
using SearchService.Searching;
using SearchService.Storage;

namespace SearchService.Hosting;

/// <summary>
/// The check <c>queries</c> of a new generation: no query finds less in it than in the live one, beyond what changed meanwhile, and articles that must be
/// found are found. Without saved queries, a sample of the articles makes them.
/// </summary>
public sealed class SavedQueryCheck
{
    private const string Name = "queries";
    private const int SampleSize = 30;
    private const int FirstHits = 10;
    private const int ToldFaults = 3;

    private readonly IReadOnlyList<SavedQuery> _queries;
    private readonly ArticleSearcher _searcher;

    /// <summary>Checks with queries; none for a sample.</summary>
    public SavedQueryCheck(IReadOnlyList<SavedQuery> queries, ArticleSearcher searcher)
    {
        _queries = queries;
        _searcher = searcher;
    }

    /// <summary>Runs the queries in both generations; a <see cref="PublishingCheck"/>.</summary>
    /// <remarks>
    /// Every article that has not changed since the live generation was read stands in both alike, so a total may fall by the number of changes at most.
    /// Totals are compared only if one analysis and schema made both. Where no generation is live, faults are told and do not count: a service that
    /// answers some queries badly is better than one that answers none.
    /// </remarks>
    /// <param name="candidate">The new generation.</param>
    /// <param name="live">The live one, or null.</param>
    /// <param name="store">The store as the new one holds it.</param>
    /// <param name="cancellation">Stops between two queries.</param>
    public RebuildCheck Run(SearcherLease candidate, SearcherLease? live, StoreSnapshot store, CancellationToken cancellation)
    {
        var former = live is not null && live.IsCurrent && candidate.IsCurrent ? live : null;
        var changed = former is null ? 0 : store.CountChanges(former.Sequence);
        var faults = new List<string>();
        var count = 0;
        foreach (var (request, expectedId) in Requests(store, compared: former is not null))
        {
            cancellation.ThrowIfCancellationRequested();
            try
            {
                faults.AddRange(FindFaults(request, expectedId, candidate, former, changed));
                count++;
            }
            catch (SearchTimeoutException)
            {
                // A query beyond the time limit says nothing of the generation.
            }
        }

        var compared = former is null ? "" : " et comparées à la génération en place";
        var told = string.Join(" ; ", faults.Take(ToldFaults)) + (faults.Count > ToldFaults ? " ; …" : "");
        return new RebuildCheck(
            Name,
            faults.Count == 0 || live is null,
            string.Create(CultureInfo.InvariantCulture, $"{count} requêtes essayées{compared}, {faults.Count} défauts{(told.Length > 0 ? " : " : "")}{told}"));
    }

    private IEnumerable<string> FindFaults(SearchRequest request, string? expectedId, SearcherLease candidate, SearcherLease? former, long changed)
    {
        var now = _searcher.Rank(request, candidate);
        if (former is not null && _searcher.Rank(request, former) is { AsAsked: true, Total: var before })
        {
            var total = now.AsAsked ? now.Total : 0;
            if (total < before - changed)
            {
                yield return $"« {Describe(request)} » trouve {total} articles au lieu de {before}";
            }
        }

        // An article that was withdrawn since the query was saved cannot be found any more, and is no fault.
        if (expectedId is not null && !now.Ids.Contains(expectedId) && candidate.Holds(expectedId))
        {
            yield return $"« {Describe(request)} » ne trouve pas {expectedId} parmi les dix premiers";
        }
    }

    private IEnumerable<(SearchRequest Request, string? ExpectedId)> Requests(StoreSnapshot store, bool compared)
    {
        if (_queries.Count > 0)
        {
            return _queries.Select(query => (new SearchRequest { Query = query.Text, Size = FirstHits }, query.ExpectedId));
        }

        return compared ? Sample(store).Select(request => (request, (string?)null)) : [];
    }

    /// <summary>The headlines of articles taken at equal distances in the order of their last change, and their stories and topics as filters.</summary>
    private static IEnumerable<SearchRequest> Sample(StoreSnapshot store)
    {
        var plain = new SearchRequest { Size = 0 };
        yield return plain;
        var filters = new HashSet<string>(StringComparer.Ordinal);
        var step = Math.Max(1, store.LastSequence / SampleSize);
        for (long after = 0; after < store.LastSequence; after += step)
        {
            if (store.ReadChanges(after, 1) is not [{ Article: { } article }])
            {
                continue;
            }

            yield return plain with { Query = article.Article.Headline, Operator = SearchOperator.All };
            if (article.Story is { } story && filters.Add("story " + story))
            {
                yield return plain with { Stories = [story] };
            }

            foreach (var topic in article.Topics.Where(topic => filters.Add("topic " + topic)))
            {
                yield return plain with { Topics = [topic] };
            }
        }
    }

    private static string Describe(SearchRequest request) =>
        request.Query.Length > 0 ? request.Query : string.Join(", ", [.. request.Stories, .. request.Topics, .. request.Sources]) is { Length: > 0 } filter ? filter : "*";
}
