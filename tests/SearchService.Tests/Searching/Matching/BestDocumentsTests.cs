using Lucene.Net.Index;
using Lucene.Net.Search;
using SearchService.Analysis;
using SearchService.Articles;
using SearchService.Indexing;
using SearchService.Searching;
using SearchService.Searching.Facets;
using SearchService.Searching.Queries;
using SearchService.Searching.Ranking;
using SearchService.Tests.Support;

namespace SearchService.Tests.Searching.Matching;

/// <summary>Sets, bounds and lists by date against scoring every document that Lucene finds: the same hits, scores and totals, in several segments with deletions.</summary>
public sealed class BestDocumentsTests : IDisposable
{
    private const int Articles = 4800; // windows enough that some are passed over

    private static readonly string[] Words =
    [
        "ministre", "ministres", "grève", "gouvernement", "train", "trains", "école", "écoles", "budget", "loi", "lois", "ville", "maire", "pluie", "tempête", "vélo", "musée", "port", "porte-avions",
        "marché", "marchés", "juge", "procès", "hôpital", "soignants", "soigner", "film", "actrice", "match", "victoire", "neige", "été",
    ];

    private readonly TestEngine _engine = new();
    private readonly Random _random = new(41);

    public BestDocumentsTests()
    {
        var articles = Enumerable.Range(0, Articles).Select(RandomArticle).ToList();
        foreach (var batch in articles.Chunk(Articles / 3))
        {
            _engine.Index(batch);
        }

        _engine.Delete(articles.Where((_, i) => i % 13 == 0).Select(article => article.Id));
        _engine.Index(articles.Where((_, i) => i % 17 == 0).Select(article => article with { Headline = "Nouvelle version : " + article.Headline }));
    }

    public void Dispose() => _engine.Dispose();

    /// <summary>500 by default; the environment variable RANKED_QUERIES asks for more.</summary>
    [Fact]
    public void Every_search_finds_what_scoring_everything_finds()
    {
        using var lease = _engine.Get<LiveIndex>().Acquire();
        Assert.True(lease.Searcher.IndexReader.Leaves.Count > 2);
        Assert.True(lease.Searcher.IndexReader.HasDeletions);
        for (var i = 0; i < RunSize.Of("RANKED_QUERIES", 500); i++)
        {
            Compare(RandomRequest(), lease);
        }
    }

    [Fact]
    public void Bounds_of_words_outlive_a_change_of_the_collection_around_them()
    {
        var requests = Enumerable.Range(0, 60).Select(_ => RandomRequest() with { Sort = SearchSort.Relevance }).ToList();
        for (var round = 0; round < 4; round++)
        {
            using (var lease = _engine.Get<LiveIndex>().Acquire())
            {
                requests.ForEach(request => Compare(request, lease));
            }

            // Longer texts with other words: averages and rarities change, the former segments stay.
            _engine.Index(Enumerable.Range(0, 40).Select(i => Make.Article($"plus-{round}-{i}", "Autre chose") with
            {
                Paragraphs = [new Paragraph(string.Join(' ', Enumerable.Repeat("ministre grève autrement", 60)), null)],
            }));
        }
    }

    private void Compare(SearchRequest request, SearcherLease lease)
    {
        var ranking = RankingParameters.Default;
        var recency = new Recency(DateTimeOffset.Parse("2026-01-01T00:00:00Z", null).ToUnixTimeMilliseconds(), 30, ranking.Recency);
        var query = AnalyzedQuery.From(QueryParser.Parse(request.Query, 64), SynonymMap.BuiltIn, 64);
        var matcher = new ArticleMatcher(lease.Searcher, request, _engine.Get<FacetNumbers>(), ranking, recency, () => { });
        var anyWord = request.Operator == SearchOperator.Any;
        var found = matcher.Match(query, anyWord);

        var all = Everything(LuceneQueryBuilder.Build(query, anyWord, found.Forms, recency, ranking), lease.Searcher, request);
        Assert.True(all.Count == found.Total, $"{request.Query} {request.Operator}: {found.Total} instead of {all.Count}");
        var page = all.Skip((request.Page - 1) * request.Size).Take(request.Size).ToList();
        Assert.True(
            page.SequenceEqual(found.Hits),
            $"{request.Query} {request.Operator} {request.Sort}:\n{string.Join('\n', found.Hits)}\ninstead of\n{string.Join('\n', page)}");
    }

    /// <summary>In a view of its own, whose segments have no tables.</summary>
    private static List<FoundHit> Everything(Query query, IndexSearcher live, SearchRequest request)
    {
        var hits = new List<FoundHit>();
        using var view = new MultiReader([.. live.IndexReader.Leaves.Select(segment => new FilterAtomicReader(segment.AtomicReader))], closeSubReaders: false);
        var searcher = new IndexSearcher(view) { Similarity = live.Similarity };
        var weight = searcher.CreateNormalizedWeight(query);
        foreach (var segment in searcher.IndexReader.Leaves)
        {
            if (weight.GetScorer(segment, segment.AtomicReader.LiveDocs) is not { } scorer)
            {
                continue;
            }

            for (var document = scorer.NextDoc(); document != DocIdSetIterator.NO_MORE_DOCS; document = scorer.NextDoc())
            {
                if (IsKept(ArticleDocument.FromDocument(segment.AtomicReader.Document(document)), request))
                {
                    hits.Add(new FoundHit(segment.DocBase + document, scorer.GetScore(), ArticleScorer.PublishedOf(segment.AtomicReader, document)));
                }
            }
        }

        return [.. hits.Order(new HitOrder(request.EffectiveSort, searcher.IndexReader))];
    }

    private static bool IsKept(ClassifiedArticle article, SearchRequest request) =>
        (request.Topics.Count == 0 || article.Topics.Any(request.Topics.Contains))
        && (request.Days.IsOpen || (article.Article.PublishedAt is { } date && request.Days.Contains((date.Year * 10000) + (date.Month * 100) + date.Day)));

    private SearchRequest RandomRequest() => new()
    {
        Query = RandomQuery(),
        Operator = _random.Next(3) == 0 ? SearchOperator.All : SearchOperator.Any,
        Sort = (SearchSort)(_random.Next(2) * _random.Next(3)),
        Topics = _random.Next(6) == 0 ? ["Sport", "Eau"] : [],
        Days = _random.Next(6) == 0 ? new DayRange(20250110, 20250301) : default,
        Size = 1 + _random.Next(12),
        Page = 1 + (_random.Next(4) / 3),
    };

    private string RandomQuery() => _random.Next(10) switch
    {
        0 => Word(),
        1 => $"\"{Word()} {Word()}\"",
        2 => $"{Word()} SAUF {Word()}",
        3 => $"({Word()} OU {Word()}) {Word()}",
        4 => Word()[..3] + "*",
        5 => $"{Word()} PRES/5 {Word()}",
        6 => $"titre:{Word()} {Word()}",
        7 => $"={Word()} {Word()} sujet:sport",
        8 => $"le {Word()} de la {Word()}",
        _ => string.Join(' ', Enumerable.Range(0, 2 + _random.Next(5)).Select(_ => Word())),
    };

    private Article RandomArticle(int number) => new()
    {
        Id = $"a-{number:0000}",
        Headline = Text(3 + _random.Next(5), number),
        Paragraphs = [.. Enumerable.Range(0, _random.Next(4)).Select(_ => new Paragraph(Text(4 + _random.Next(40), number), null))],
        Topics = [_random.Next(5) == 0 ? "Sport" : _random.Next(3) == 0 ? "Eau" : "Zoo"],
        PublishedAt = _random.Next(5) == 0 ? null : new DateTimeOffset(2025, 1, 1, 12, 0, 0, TimeSpan.FromHours(1)).AddHours(_random.Next(3000)),
    };

    // What is written about changes with time, so that windows of documents differ.
    private string Text(int words, int number) =>
        string.Join(' ', Enumerable.Range(0, words).Select(_ => _random.Next(3) == 0 ? Words[number / 150 % Words.Length] : Word()));

    // Few words are in most articles and most are in few.
    private string Word() => Words[(int)(Words.Length * Math.Pow(_random.NextDouble(), 3))];
}
