using CsCheck;
using Microsoft.Extensions.Options;
using SearchService.Analysis;
using SearchService.Articles;
using SearchService.Indexing;
using SearchService.Observability;
using SearchService.Searching;
using SearchService.Searching.Facets;
using SearchService.Searching.Queries;
using SearchService.Searching.Ranking;
using SearchService.Searching.Suggestions;
using SearchService.Tests.Support;

namespace SearchService.Tests.Searching;

public sealed class ArticleSearcherTests : IDisposable
{
    private readonly TestEngine _engine = new();

    public void Dispose() => _engine.Dispose();

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("*")]
    public void Nothing_asked_for_is_everything_newest_first_with_score_0(string query)
    {
        _engine.Index(
            Make.Article("sans", "Sans date"),
            Make.Article("vieux", "Vieux", "Premier.", "Second.") with { PublishedAt = Make.Date("2025-01-01T00:00:00Z") },
            Make.Article("neuf", "Neuf") with { PublishedAt = Make.Date("2025-01-02T00:00:00Z") });
        var response = _engine.Search(query);
        Assert.Equal("neuf vieux sans", response.Ids());
        Assert.All(response.Hits, hit => Assert.Equal(0, hit.Score));
        Assert.Equal(["Premier."], response.Hits[1].Passages.Select(passage => passage.Html));
        Assert.Empty(response.Hits[0].Passages);
        Assert.Empty(response.Problems);
    }

    [Theory]
    [InlineData("… !")]
    [InlineData("😀")]
    [InlineData("\u0001")]
    public void A_query_without_a_searchable_character_finds_nothing_and_tells_so(string query)
    {
        _engine.Index(Make.Article("a", "Un titre !"));
        var response = _engine.Search(query);
        Assert.Equal(0, response.Total);
        Assert.Empty(response.Hits);
        Assert.Empty(response.Facets["topic"]);
        Assert.Equal(QueryProblem.NothingToSearch, Assert.Single(response.Problems).Code);
    }

    [Fact]
    public void A_problem_stands_where_it_is_in_the_query_as_typed()
    {
        _engine.Index(Make.Article("a", "Un été"));
        var problem = Assert.Single(_engine.Search("  e\u0301te\u0301 \"un").Problems);
        Assert.Equal((QueryProblem.UnbalancedQuote, 8), (problem.Code, problem.Position));
    }

    [Fact]
    public void A_hit_is_the_article_as_its_source_told_it()
    {
        var article = new Article
        {
            Id = "un",
            Headline = "Un titre",
            Topics = ["Sport/Voile"],
            Story = "Route du Rhum",
            Source = "Agence",
            Byline = "A. Marin",
            Url = "https://exemple.fr/un",
            PublishedAt = Make.Date("2025-06-01T23:30:00+02:00"),
        };
        _engine.Index(article);
        var hit = Assert.Single(_engine.Search("titre").Hits);
        Assert.Equal(("un", "Un titre", "Route du Rhum"), (hit.Id, hit.Headline, hit.Story));
        Assert.Equal((article.Source, article.Byline, article.Url), (hit.Source, hit.Byline, hit.Url));
        Assert.True(article.PublishedAt!.Value.EqualsExact(hit.PublishedAt!.Value));
        Assert.Equal(["Sport/Voile"], hit.Topics);
        Assert.Empty(hit.Derived);
        Assert.Equal("Un <mark>titre</mark>", hit.HeadlineHtml);
        Assert.True(hit.Score > 0);
        Assert.Equal(0, hit.Folded);
    }

    [Fact]
    public void A_day_is_the_one_written_in_its_own_offset()
    {
        _engine.Index(
            Make.Article("soir", "Marché") with { PublishedAt = Make.Date("2025-06-01T23:30:00-05:00") },
            Make.Article("matin", "Marché") with { PublishedAt = Make.Date("2025-06-02T00:30:00+02:00") },
            Make.Article("sans", "Marché"));
        Assert.Equal("soir", Ids(new DayRange(20250601, 20250601)));
        Assert.Equal("matin", Ids(new DayRange(20250602, null)));
        Assert.Equal("soir matin", Ids(new DayRange(null, 20990101)));

        string Ids(DayRange days) => _engine.Search(new SearchRequest { Query = "marché", Days = days }).Ids();
    }

    [Fact]
    public void Before_there_is_an_index_a_search_says_so() => Assert.Throws<IndexNotReadyException>(() => _engine.Search("mot"));

    [Fact]
    public void An_empty_index_finds_nothing()
    {
        _engine.Index();
        Assert.Equal(0, _engine.Search("mot").Total);
        Assert.Equal(0, _engine.Search("").Total);
    }

    [Fact]
    public void Words_beyond_the_limit_are_left_aside_and_told()
    {
        _engine.Index(Make.Article("a", "Premier"));
        var response = _engine.Search("premier " + string.Concat(Enumerable.Repeat("premier ", 255)) + "autre");
        Assert.Equal(1, response.Total);
        Assert.Equal(QueryProblem.TooManyClauses, Assert.Single(response.Problems).Code);
    }

    [Theory]
    [InlineData("日")]
    [InlineData("a-")]
    [InlineData("\"日\" ")]
    public void A_query_of_very_many_words_is_no_error(string word)
    {
        _engine.Index(Make.Article("a", "a 日"));
        Assert.Equal("a", _engine.Ids(string.Concat(Enumerable.Repeat(word, 2000 / word.Length))));
    }

    [Fact]
    public void No_query_text_is_an_error()
    {
        _engine.Index(Make.Article("a", "L'avocat d'aujourd'hui & <mark>", "Les journaux : 日本, 7 %."), Make.Article("b", "Été"));
        Gen.Select(NastyText.Any, Gen.Enum<SearchOperator>(), Gen.Enum<SearchSort>()).Sample((text, words, sort) =>
        {
            var response = _engine.Search(new SearchRequest { Query = text, Operator = words, Sort = sort, Explain = true });
            Assert.Equal(text, response.Query);
            Assert.Equal(response.Total, response.Hits.Count);
            Assert.All(response.Problems, problem => Assert.InRange(problem.Position, 0, text.Length));
        }, iter: 1000, threads: 2);
    }

    [Fact]
    public void A_search_over_its_time_is_given_up()
    {
        _engine.Index(Make.Article("a", "Mot"));
        var options = Options.Create(new SearchOptions { TimeoutMilliseconds = 1 });
        var searcher = new ArticleSearcher(
            _engine.Get<LiveIndex>(), _engine.Get<FacetNumbers>(), _engine.Get<SynonymMap>(), _engine.Get<SpellingCorrector>(), RankingParameters.Default,
            options, _engine.Get<SearchMetrics>(), _engine.Get<RecentSearches>(), new HurryingTime());
        Assert.Throws<SearchTimeoutException>(() => searcher.Search(new SearchRequest { Query = "mot" }));
        Assert.Throws<SearchTimeoutException>(() => searcher.Search(new SearchRequest()));

        options.Value.TimeoutMilliseconds = 60_000;
        Assert.Equal(1, searcher.Search(new SearchRequest { Query = "mot" }).Total);
    }

    /// <summary>Each look at the clock finds it 2 ms later; FakeTimeProvider lets its timestamps stand still.</summary>
    private sealed class HurryingTime : TimeProvider
    {
        private long _milliseconds;

        public override long TimestampFrequency => 1000;

        public override long GetTimestamp() => Interlocked.Add(ref _milliseconds, 2);
    }
}
