using System.Text.Json;
using Microsoft.Extensions.Options;
using SearchService.Articles;
using SearchService.Searching;
using SearchService.Searching.Facets;
using SearchService.Searching.Suggestions;
using SearchService.Tests.Support;

namespace SearchService.Tests.Searching;

/// <summary>Whatever is asked, in whatever combination of parameters, a search is answered, and its answer holds together.</summary>
public sealed class HostileSearchTests : IDisposable
{
    private const int Articles = 90;
    private const int WalkedEvery = 25;

    private static readonly string[] Vocabulary =
    [
        "grève", "SNCF", "l'Élysée", "élu(e)s", "porte-avions", "journal", "journaux", "LA", "EN", "Macron", "5G", "le", "été", "000", "10", "aujourd'hui", "JO", "retraites", "élections", "de",
        "49-3", "gouvernement", "A/B", "ministre", "avocat", "prix", "Kim Jong Un", "AI", "gouvernemant", "electoin", "porte feuille",
    ];

    private static readonly string[] Topics = ["Sport", "Sport/Voile", "Économie/Bourse", "Eau", "<b>Zoo</b>"];
    private static readonly string[] Stories = ["Grève", "Affaire du quai", "CAN-2025"];
    private static readonly string[] Sources = ["Agence", "Écho & fils"];

    private readonly TestEngine _engine = new();
    private readonly Dictionary<string, Article> _articles;

    public HostileSearchTests()
    {
        var texts = new RandomQueries(Vocabulary, seed: 7);
        var random = new Random(20260107);
        var articles = Enumerable.Range(0, Articles).Select(number => RandomArticle(number, texts, random)).ToList();
        foreach (var batch in articles.Chunk(Articles / 3)) // several segments
        {
            _engine.Index(batch);
        }

        _engine.Delete(articles.Where((_, i) => i % 11 == 0).Select(article => article.Id));
        _articles = articles.Where((_, i) => i % 11 != 0).ToDictionary(article => article.Id);
        _engine.Get<IOptions<SearchOptions>>().Value.TimeoutMilliseconds = 600_000; // a busy machine is no error
    }

    public void Dispose() => _engine.Dispose();

    /// <summary>
    /// 3,000 by default, on all cores; the environment variable QUERIES asks for more, QUERY_SEED for others. The seeds of the searches are those from
    /// QUERY_SEED on, so that the one that failed is done again alone by its own seed.
    /// </summary>
    [Fact]
    public void Every_random_search_is_answered_and_its_answer_holds_together()
    {
        var first = RunSize.Of("QUERY_SEED", 20251224);
        var done = 0;
        Parallel.For(first, first + RunSize.Of("QUERIES", 3000), seed =>
        {
            var random = new Random(seed);
            var request = RandomRequest(new RandomQueries(Vocabulary, seed).Next(), random);
            try
            {
                ResponseChecks.Check(request, _engine.Search(request), _articles);
                if (seed % WalkedEvery == 0)
                {
                    CheckWalk(request with { Size = 1 + random.Next(30), Explain = false, Page = 1, Cursor = null });
                }
            }
            catch (Exception problem)
            {
                Assert.Fail($"QUERIES=1 QUERY_SEED={seed}, {JsonSerializer.Serialize(request)}: {problem}");
            }

            if (Interlocked.Increment(ref done) % 50_000 == 0)
            {
                TestContext.Current.SendDiagnosticMessage("{0} searches", done);
            }
        });
    }

    /// <summary>A tenth as many.</summary>
    [Fact]
    public void Every_beginning_is_completed()
    {
        var queries = new RandomQueries(Vocabulary, seed: 1 + RunSize.Of("QUERY_SEED", 20251224));
        var suggester = _engine.Get<Suggester>();
        for (var i = 0; i < RunSize.Of("QUERIES", 3000) / 10; i++)
        {
            var typed = queries.Next();
            try
            {
                Assert.All(suggester.Suggest(typed, 10), suggestion => Assert.NotEmpty(suggestion.Text));
            }
            catch (Exception problem)
            {
                Assert.Fail($"Beginning {i}, {JsonSerializer.Serialize(typed)}: {problem}");
            }
        }
    }

    [Theory]
    [InlineData("\uFFFE")]
    [InlineData("a\uFFFEb grève")]
    [InlineData("\"\uFFFE grève\"")]
    [InlineData("=\uFFFEgrève")]
    [InlineData("grève\uFFFE*")]
    [InlineData("\uFFFEgrève~")]
    [InlineData("titre:\uFFFE")]
    [InlineData("\uD800grève\uDC00")]
    [InlineData("LA \uFFFE ET GRÈVE")]
    public void Non_characters_are_no_obstacle(string query)
    {
        foreach (var words in Enum.GetValues<SearchOperator>())
        {
            var request = new SearchRequest { Query = query, Operator = words, Explain = true };
            ResponseChecks.Check(request, _engine.Search(request), _articles);
        }
    }

    /// <summary>All pages together are all the hits, by number as by cursor.</summary>
    private void CheckWalk(SearchRequest request)
    {
        var whole = _engine.Search(request with { Size = SearchRequest.MaxSize });
        var ids = whole.Hits.Select(hit => hit.Id).ToList();
        Assert.Equal(whole.Total, whole.Hits.Sum(hit => 1 + hit.Folded));

        var byPage = new List<string>();
        for (var page = 1; byPage.Count < ids.Count && page <= Articles; page++)
        {
            byPage.AddRange(_engine.Search(request with { Page = page }).Hits.Select(hit => hit.Id));
        }

        Assert.Equal(ids, byPage);
        if (request.EffectiveSort != SearchSort.Relevance)
        {
            Assert.Equal(ids, ByCursor(request)); // ages, and with them scores, differ between two first pages
        }
        else
        {
            Assert.Equal(ids.Order(), ByCursor(request).Order());
        }
    }

    private List<string> ByCursor(SearchRequest request)
    {
        var ids = new List<string>();
        for (var pages = 0; pages <= Articles; pages++)
        {
            var response = _engine.Search(request);
            ids.AddRange(response.Hits.Select(hit => hit.Id));
            if (response.NextCursor is not { } next)
            {
                break;
            }

            request = request with { Cursor = SearchCursor.Parse(next) };
            Assert.NotNull(request.Cursor);
        }

        return ids;
    }

    private static SearchRequest RandomRequest(string query, Random random)
    {
        var facets = Enum.GetValues<FacetField>().Where(_ => random.Next(3) > 0).ToHashSet();
        return new SearchRequest
        {
            Query = query,
            Operator = (SearchOperator)random.Next(3),
            Sort = (SearchSort)random.Next(3),
            Topics = Some(Topics, random),
            Stories = Some(Stories, random),
            Sources = Some(Sources, random),
            Days = random.Next(8) == 0 ? new DayRange(20250101 + random.Next(28), random.Next(2) == 0 ? null : 20250401) : default,
            Size = random.Next(4) == 0 ? random.Next(101) : 10,
            Page = random.Next(6) == 0 ? 1 + random.Next(4) : 1,
            Facets = facets,
            FacetSize = random.Next(4) == 0 ? 1 : 100,
            Collapse = random.Next(4) == 0,
            Explain = random.Next(3) == 0,
        };
    }

    private static string[] Some(string[] values, Random random) => random.Next(8) == 0 ? [.. values.Append("Inconnu").Where(_ => random.Next(2) == 0)] : [];

    private static Article RandomArticle(int number, RandomQueries texts, Random random) => new()
    {
        Id = $"a-{number:000}",
        Headline = Short(texts) ?? "Titre",
        Paragraphs = [.. Enumerable.Range(0, random.Next(5)).Select(_ => new Paragraph(Text(texts), random.Next(4) == 0 ? Short(texts) : null))],
        Topics = [.. Topics.Where(_ => random.Next(3) == 0)],
        Story = random.Next(2) == 0 ? Stories[random.Next(Stories.Length)] : null,
        Source = random.Next(2) == 0 ? Sources[random.Next(Sources.Length)] : null,
        Byline = random.Next(2) == 0 ? Short(texts) : null,
        PublishedAt = random.Next(4) == 0 ? null : new DateTimeOffset(2025, 1, 1, 12, 0, 0, TimeSpan.FromHours(1)).AddHours(random.Next(3000)),
    };

    private static string? Short(RandomQueries texts) => texts.Next() is { Length: < 150 } text ? ArticleText.Clean(text) : null;

    private static string Text(RandomQueries texts) =>
        ArticleText.Clean(string.Join(' ', Enumerable.Range(0, 4).Select(_ => texts.Next()))) ?? "Texte";
}
