using Microsoft.Extensions.Options;
using SearchService.Analysis;
using SearchService.Indexing;
using SearchService.Observability;
using SearchService.Searching.Facets;
using SearchService.Searching.Queries;
using SearchService.Searching.Ranking;
using SearchService.Searching.Suggestions;

namespace SearchService.Searching;

/// <summary>Answers searches from the live index. Safe for all threads.</summary>
public sealed class ArticleSearcher
{
    // With more there is no doubt that the words were meant; another spelling is looked for only where one hand counts the hits.
    private const int FewHits = 5;

    private readonly LiveIndex _live;
    private readonly FacetNumbers _facets;
    private readonly SearchOptions _options;
    private readonly SynonymMap _synonyms;
    private readonly SpellingCorrector _spelling;
    private readonly RankingParameters _ranking;
    private readonly SearchMetrics _metrics;
    private readonly RecentSearches _recent;
    private readonly TimeProvider _time;

    /// <summary>Searches a live index.</summary>
    public ArticleSearcher(
        LiveIndex live,
        FacetNumbers facets,
        SynonymMap synonyms,
        SpellingCorrector spelling,
        RankingParameters ranking,
        IOptions<SearchOptions> options,
        SearchMetrics metrics,
        RecentSearches recent,
        TimeProvider time)
    {
        _live = live;
        _facets = facets;
        _options = options.Value;
        _synonyms = synonyms;
        _spelling = spelling;
        _ranking = ranking;
        _metrics = metrics;
        _recent = recent;
        _time = time;
    }

    /// <summary>Answers a search.</summary>
    /// <exception cref="IndexNotReadyException">No generation is published yet.</exception>
    /// <exception cref="SearchTimeoutException">The search took too long.</exception>
    public SearchResponse Search(SearchRequest request)
    {
        var started = _time.GetTimestamp();
        try
        {
            return Search(request, started);
        }
        catch (SearchTimeoutException)
        {
            _recent.Add(request.Query, _time.GetElapsedTime(started), null);
            throw;
        }
    }

    private SearchResponse Search(SearchRequest request, long started)
    {
        using var lease = _live.Acquire();
        var now = request.Cursor?.Now ?? _time.GetUtcNow().ToUnixTimeMilliseconds();
        var found = Find(request, lease, now, started);

        var loader = new HitLoader(lease.Searcher, found.Matches);
        var hits = loader.Load(request.Explain, () => CheckTime(started));
        var leftOut = found.Relaxed ? loader.LeftOut() : [];
        var took = _time.GetElapsedTime(started);
        _metrics.Searched(took, found.Matches.Total);
        _recent.Add(request.Query, took, found.Matches.Total);
        return new SearchResponse(
            request.Query,
            found.Matches.Total,
            Math.Round(took.TotalMilliseconds, 3),
            found.Relaxed,
            leftOut,
            lease.Generation,
            hits,
            found.Matches.Facets,
            found.DidYouMean,
            Problems(found),
            NextCursor(request, found.Matches, hits, now));
    }

    /// <summary>The identifiers of the hits in their order, without loading them: what measuring the ranking needs.</summary>
    /// <exception cref="IndexNotReadyException">No generation is published yet.</exception>
    /// <exception cref="SearchTimeoutException">The search took too long.</exception>
    public IReadOnlyList<string> Rank(SearchRequest request)
    {
        using var lease = _live.Acquire();
        return Rank(request, lease).Ids;
    }

    /// <summary>The same in any generation, live or not.</summary>
    /// <exception cref="SearchTimeoutException">The search took too long.</exception>
    public RankedHits Rank(SearchRequest request, SearcherLease lease)
    {
        var found = Find(request, lease, _time.GetUtcNow().ToUnixTimeMilliseconds(), _time.GetTimestamp());
        return new RankedHits(
            found.Matches.Total,
            [.. found.Matches.Hits.Select(hit => ArticleDocument.IdOf(lease.Searcher.IndexReader, hit.Document))],
            !found.Relaxed && found.DidYouMean is not { Applied: true } && found.Matches.Forms.Cut.Count == 0);
    }

    /// <summary>
    /// Searches as the request asks. Words that match nothing are searched in their best spelling; <c>auto</c> takes any word when all of them find
    /// nothing.
    /// </summary>
    private Finding Find(SearchRequest request, SearcherLease lease, long now, long started)
    {
        var recency = new Recency(now, _options.RecencyHalfLifeDays, _ranking.Recency);
        var matcher = new ArticleMatcher(lease.Searcher, request, _facets, _ranking, recency, () => CheckTime(started));
        var (parsed, query) = Understand(request.Query, request.Operator);
        var anyWord = request.Operator == SearchOperator.Any;
        var asked = matcher.Match(query, anyWord);
        var matches = asked;

        var corrector = new QueryCorrector(_spelling, matcher);
        SpellingSuggestion? didYouMean = null;
        if ((matches.Total == 0 || anyWord) && corrector.Correct(request.Query, query) is { } corrected)
        {
            didYouMean = corrected;
            (_, query) = Understand(corrected.Query, request.Operator);
            matches = matcher.Match(query, anyWord);
        }

        var relaxed = false;
        if (matches.Total == 0 && request.Operator == SearchOperator.Auto && query.CanRelax)
        {
            matches = matcher.Match(query, anyWord: true);
            relaxed = matches.Total > 0;
        }

        if (matches.Total == 0)
        {
            matches = asked; // nothing in any way: the counts beside what is selected are those of the search that was asked for
        }

        if (didYouMean is null && matches.Total is > 0 and <= FewHits && request is { Page: 1, Cursor: null })
        {
            didYouMean = corrector.Suggest(request.Query, query);
        }

        return new Finding(matches, relaxed, matches.Total > 0 ? didYouMean : null, parsed);
    }

    private (ParsedQuery Parsed, AnalyzedQuery Query) Understand(string text, SearchOperator combination)
    {
        var parsed = QueryParser.Parse(text, _options.MaxClauses);
        var citations = combination != SearchOperator.All && Citations.AreIn(parsed.Root, text);
        return (parsed, AnalyzedQuery.From(parsed, _synonyms, _options.MaxClauses, citations));
    }

    /// <summary>What the analysis and the index add to the parser's problems.</summary>
    private List<QueryProblem> Problems(Finding found)
    {
        var problems = found.Parsed.Problems.ToList();
        var query = found.Matches.Query;
        if (query.Cut && problems.TrueForAll(problem => problem.Code != QueryProblem.TooManyClauses))
        {
            problems.Add(QueryProblem.TooMany(0, _options.MaxClauses));
        }

        if (query.IsEmpty && problems.TrueForAll(problem => problem.Code != QueryProblem.NothingToSearch))
        {
            problems.Add(QueryProblem.Nothing());
        }

        problems.AddRange(found.Matches.Forms.Cut.Select(QueryProblem.TooManyForms));
        return problems;
    }

    private static string? NextCursor(SearchRequest request, MatchResult matches, IReadOnlyList<SearchHit> hits, long now) =>
        matches.More && hits.Count > 0 ? SearchCursor.After(request.EffectiveSort, hits[^1], now).ToString() : null;

    private void CheckTime(long started)
    {
        if (_time.GetElapsedTime(started).TotalMilliseconds > _options.TimeoutMilliseconds)
        {
            _metrics.TimedOut();
            throw new SearchTimeoutException();
        }
    }

    private sealed record Finding(MatchResult Matches, bool Relaxed, SpellingSuggestion? DidYouMean, ParsedQuery Parsed);
}
