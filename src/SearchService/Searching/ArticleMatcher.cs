using Lucene.Net.Index;
using Lucene.Net.Search;
using SearchService.Analysis;
using SearchService.Indexing;
using SearchService.Searching.Facets;
using SearchService.Searching.Matching;
using SearchService.Searching.Queries;
using SearchService.Searching.Ranking;
using SearchService.Searching.Tables;

namespace SearchService.Searching;

/// <summary>Runs the queries of one request over one view of the index. Not for two threads.</summary>
internal sealed class ArticleMatcher
{
    private readonly IndexSearcher _searcher;
    private readonly SearchRequest _request;
    private readonly FacetNumbers _facets;
    private readonly RankingParameters _ranking;
    private readonly Recency _recency;
    private readonly Action _checkTime;
    private readonly Dictionary<string, bool> _found = new(StringComparer.Ordinal);

    /// <param name="searcher">The view.</param>
    /// <param name="request">The request: filters, facets, order, place.</param>
    /// <param name="facets">Numbers the values of facets.</param>
    /// <param name="ranking">The constants of the ranking.</param>
    /// <param name="recency">How recency counts.</param>
    /// <param name="checkTime">Throws when the search has taken too long.</param>
    public ArticleMatcher(
        IndexSearcher searcher, SearchRequest request, FacetNumbers facets, RankingParameters ranking, Recency recency, Action checkTime)
    {
        _searcher = searcher;
        _request = request;
        _facets = facets;
        _ranking = ranking;
        _recency = recency;
        _checkTime = checkTime;
    }

    /// <summary>The view.</summary>
    public IndexReader Reader => _searcher.IndexReader;

    /// <summary>One pass over the documents: filters, counts, the best hits.</summary>
    /// <param name="query">The query.</param>
    /// <param name="anyWord">Whether one of its words is enough.</param>
    public MatchResult Match(AnalyzedQuery query, bool anyWord)
    {
        var forms = PatternExpansion.Expand(query, Reader);
        return Match(query, LuceneQueryBuilder.Build(query, anyWord, forms, _recency, _ranking), forms);
    }

    /// <summary>The same with the query for Lucene.</summary>
    /// <param name="query">The query.</param>
    /// <param name="lucene">The same for Lucene.</param>
    /// <param name="forms">What its patterns stand for.</param>
    public MatchResult Match(AnalyzedQuery query, Query lucene, ExpandedForms forms)
    {
        var skipped = _request.Cursor is null ? (_request.Page - 1) * _request.Size : 0;
        var top = _request.Size == 0 ? null : Top(skipped + _request.Size + 1); // the one more tells whether there is a next page
        var counters = _facets.CountersFor(_request, Reader);
        var dates = _request.Facets.Contains(FacetField.Date) ? new DateCounter() : null;
        var matches = new FacetedMatches(counters, [.. FacetNumbers.Order.Select(_request.Facets.Contains)], dates, _request.Days);
        if (!query.IsEmpty)
        {
            Walk(lucene, matches, top);
        }

        var counts = new Dictionary<string, IReadOnlyList<FacetValue>>();
        for (var i = 0; i < counters.Length; i++)
        {
            if (_request.Facets.Contains(FacetNumbers.Order[i]))
            {
                counts.Add(FacetNumbers.Order[i].ToString().ToLowerInvariant(), counters[i].Top(_request.FacetSize));
            }
        }

        if (dates is not null)
        {
            counts.Add("date", dates.Top(_request.FacetSize));
        }

        var found = top?.InOrder(skipped) ?? [];
        return new MatchResult(query, lucene, forms, matches.Total, [.. found.Take(_request.Size)], counts, found.Count > _request.Size);
    }

    /// <summary>Whether a term of a query finds an article under the request's filters.</summary>
    public bool Finds(QueryTerm term) => Finds(new WordQueryBuilder(ExpandedForms.None, _ranking).Build(term));

    /// <summary>Whether a folded form stands in an article that passes the request's filters.</summary>
    public bool Finds(string form)
    {
        if (!_found.TryGetValue(form, out var finds))
        {
            var either = new BooleanQuery(disableCoord: true);
            foreach (var field in IndexSchema.TextFields)
            {
                either.Add(new TermQuery(new Term(IndexSchema.At(field, AnalysisLevel.Exact), form)), Occur.SHOULD);
            }

            finds = Finds(either);
            _found.Add(form, finds);
        }

        return finds;
    }

    private bool Finds(Query query)
    {
        var filter = new FacetedMatches(_facets.CountersFor(_request, Reader), [.. FacetNumbers.Order.Select(_ => false)], null, _request.Days);
        Walk(query, filter, hits: null);
        return filter.Total > 0;
    }

    /// <summary>Goes through the segments: what matches as a set, filters and counts on it, and the best of what is left.</summary>
    private void Walk(Query query, FacetedMatches matches, TopHits? hits)
    {
        var weight = _searcher.CreateNormalizedWeight(query);
        var matching = new MatchingDocuments(_searcher);
        var best = new BestDocuments(_searcher, weight, matching, _checkTime);
        foreach (var segment in Reader.Leaves)
        {
            _checkTime();
            using var documents = matching.Find(weight.Query, segment);
            if (SegmentTables.LiveOf(segment.AtomicReader) is { } live)
            {
                documents.And(live);
            }

            var before = matches.Total;
            matches.Filter(documents, segment.AtomicReader);
            var found = matches.Total - before;
            if (hits is { Prunes: true } && _request.EffectiveSort != SearchSort.Relevance)
            {
                best.ByDate(hits, documents, found, segment, newestFirst: _request.EffectiveSort == SearchSort.Newest);
            }
            else if (hits is not null)
            {
                best.ByScore(hits, documents, found, segment);
            }
        }
    }

    private TopHits Top(int wanted) => _request.Collapse
        ? new CollapsedHits(wanted, _request.EffectiveSort, _request.Cursor, Reader, new StoryGroups(Reader, _facets.Stories))
        : new TopHits(wanted, _request.EffectiveSort, _request.Cursor, Reader);
}
