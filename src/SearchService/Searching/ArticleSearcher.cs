using Lucene.Net.Documents;
using Lucene.Net.Search;
using Microsoft.Extensions.Options;
using SearchService.Analysis;
using SearchService.Articles;
using SearchService.Indexing;
using SearchService.Observability;
using SearchService.Searching.Facets;
using SearchService.Searching.Highlighting;
using SearchService.Searching.Queries;

namespace SearchService.Searching;

/// <summary>Answers searches from the live index. Safe for all threads.</summary>
public sealed class ArticleSearcher
{
    private readonly LiveIndex _live;
    private readonly FacetNumbers _facets;
    private readonly SearchOptions _options;
    private readonly SynonymMap _synonyms;
    private readonly SearchMetrics _metrics;
    private readonly TimeProvider _time;

    /// <summary>Searches a live index.</summary>
    public ArticleSearcher(
        LiveIndex live, FacetNumbers facets, SynonymMap synonyms, IOptions<SearchOptions> options, SearchMetrics metrics, TimeProvider time)
    {
        _live = live;
        _facets = facets;
        _options = options.Value;
        _synonyms = synonyms;
        _metrics = metrics;
        _time = time;
    }

    /// <summary>Answers a search.</summary>
    /// <exception cref="IndexNotReadyException">No generation is published yet.</exception>
    /// <exception cref="SearchTimeoutException">The search took too long.</exception>
    public SearchResponse Search(SearchRequest request)
    {
        var started = _time.GetTimestamp();
        var parsed = QueryParser.Parse(request.Query, _options.MaxClauses);
        var query = AnalyzedQuery.From(parsed, _synonyms, _options.MaxClauses);
        using var lease = _live.Acquire();

        var matches = Match(lease.Searcher, request, query, anyWord: request.Operator == SearchOperator.Any, started);
        var relaxed = false;
        if (matches.Total == 0 && request.Operator == SearchOperator.Auto && query.CanRelax)
        {
            matches = Match(lease.Searcher, request, query, anyWord: true, started);
            relaxed = matches.Total > 0;
        }

        var hits = Load(lease.Searcher, request, query, matches, started);
        var took = _time.GetElapsedTime(started);
        _metrics.Searched(took, matches.Total);
        return new SearchResponse(
            request.Query,
            matches.Total,
            Math.Round(took.TotalMilliseconds, 3),
            relaxed,
            relaxed && hits.Count > 0 ? LeftOut(query, hits[0].Article) : [],
            lease.Generation,
            [.. hits.Select(hit => hit.Hit)],
            matches.Facets,
            DidYouMean: null,
            Problems(parsed, query),
            NextCursor(request, matches, hits));
    }

    /// <summary>What the analysis adds to the parser's problems.</summary>
    private List<QueryProblem> Problems(ParsedQuery parsed, AnalyzedQuery query)
    {
        var problems = parsed.Problems.ToList();
        if (query.Cut && problems.TrueForAll(problem => problem.Code != QueryProblem.TooManyClauses))
        {
            problems.Add(QueryProblem.TooMany(0, _options.MaxClauses));
        }

        if (query.IsEmpty && problems.TrueForAll(problem => problem.Code != QueryProblem.NothingToSearch))
        {
            problems.Add(QueryProblem.Nothing());
        }

        return problems;
    }

    /// <summary>One pass over the documents: filters, counts, the best hits.</summary>
    private Matches Match(IndexSearcher searcher, SearchRequest request, AnalyzedQuery query, bool anyWord, long started)
    {
        var lucene = LuceneQueryBuilder.Build(query, anyWord);
        var skipped = request.Cursor is null ? (request.Page - 1) * request.Size : 0;
        var wanted = request.Size == 0 ? 0 : skipped + request.Size + 1; // the one more tells whether there is a next page
        var sort = SortOrder.ToLucene(request.EffectiveSort);
        var top = wanted == 0
            ? null
            : TopFieldCollector.Create(
                sort, wanted, request.Cursor is { } cursor ? SortOrder.ToFieldDoc(cursor) : null,
                fillFields: false, trackDocScores: true, trackMaxScore: false, docsScoredInOrder: false);
        var counters = _facets.CountersFor(request, searcher.IndexReader);
        var dates = request.Facets.Contains(FacetField.Date) ? new DateCounter() : null;
        var collector = new FacetedCollector(
            counters, [.. FacetNumbers.Order.Select(request.Facets.Contains)], dates, request.Days, top, () => CheckTime(started));
        if (!query.IsEmpty)
        {
            searcher.Search(lucene, collector);
        }

        var facets = new Dictionary<string, IReadOnlyList<FacetValue>>();
        for (var i = 0; i < counters.Length; i++)
        {
            if (request.Facets.Contains(FacetNumbers.Order[i]))
            {
                facets.Add(FacetNumbers.Order[i].ToString().ToLowerInvariant(), counters[i].Top(request.FacetSize));
            }
        }

        if (dates is not null)
        {
            facets.Add("date", dates.Top(request.FacetSize));
        }

        var found = top?.GetTopDocs(skipped, request.Size + 1).ScoreDocs ?? [];
        return new Matches(lucene, collector.Total, [.. found.Take(request.Size)], facets, found.Length > request.Size);
    }

    private List<LoadedHit> Load(IndexSearcher searcher, SearchRequest request, AnalyzedQuery query, Matches matches, long started)
    {
        var hits = new List<LoadedHit>(matches.Found.Length);
        if (matches.Found.Length == 0)
        {
            return hits;
        }

        var highlighter = new Highlighter(FlatQuery.Root(query), ExpandedForms.None);
        var passages = new PassageFinder(highlighter, searcher.IndexReader);
        foreach (var found in matches.Found)
        {
            CheckTime(started);
            var article = ArticleDocument.FromDocument(Stored(searcher, found.Doc));
            var source = article.Article;
            hits.Add(new LoadedHit(article, new SearchHit
            {
                Id = source.Id,
                Score = found.Score,
                Headline = source.Headline,
                HeadlineHtml = Html.Mark(source.Headline, highlighter.Find(source.Headline, QueryPlace.Headline).Stretches),
                Topics = article.Topics,
                Story = article.Story,
                Derived = article.Derived,
                Source = source.Source,
                Byline = source.Byline,
                PublishedAt = source.PublishedAt,
                Url = source.Url,
                Passages = passages.Find(source.Paragraphs),
                Explanation = request.Explain ? ScoreExplanation.From(searcher.Explain(matches.Query, found.Doc)) : null,
            }));
        }

        return hits;
    }

    private static Document Stored(IndexSearcher searcher, int document)
    {
        var visitor = new DocumentStoredFieldVisitor(IndexSchema.Source);
        searcher.Doc(document, visitor);
        return visitor.Document;
    }

    private static List<string> LeftOut(AnalyzedQuery query, ClassifiedArticle article)
    {
        var highlighter = new Highlighter(FlatQuery.Root(query), ExpandedForms.None);
        var source = article.Article;
        var matched = highlighter.Find(source.Headline, QueryPlace.Headline).Matched
            .Concat(source.Paragraphs.SelectMany(p => highlighter.Find(p.Text, QueryPlace.Text).Matched))
            .Concat(source.Paragraphs.Where(p => p.Heading is not null).SelectMany(p => highlighter.Find(p.Heading!, QueryPlace.Text).Matched))
            .ToHashSet();
        return [.. highlighter.Leaves.Where((leaf, number) => leaf is QueryTerm && !matched.Contains(number)).Select(leaf => leaf.Text).Distinct()];
    }

    private static string? NextCursor(SearchRequest request, Matches matches, List<LoadedHit> hits) => matches.More && hits.Count > 0
        ? SortOrder.ToCursor(request.EffectiveSort, hits[^1].Hit.Score, hits[^1].Hit.PublishedAt, hits[^1].Hit.Id).ToString()
        : null;

    private void CheckTime(long started)
    {
        if (_time.GetElapsedTime(started).TotalMilliseconds > _options.TimeoutMilliseconds)
        {
            _metrics.TimedOut();
            throw new SearchTimeoutException();
        }
    }

    private sealed record Matches(
        Query Query, int Total, ScoreDoc[] Found, IReadOnlyDictionary<string, IReadOnlyList<FacetValue>> Facets, bool More);

    private sealed record LoadedHit(ClassifiedArticle Article, SearchHit Hit);
}
