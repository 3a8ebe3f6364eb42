using SearchService.Articles;
using SearchService.Searching;
using SearchService.Tests.Support;

namespace SearchService.Tests.Searching.Ranking;

/// <summary>One hit a story or text (<c>collapse=story</c>), by example and against a slow and obvious twin.</summary>
public sealed class CollapseTests : IDisposable
{
    private const string Wire = "Les marins du port votent la grève ce lundi après trois semaines de négociations sans issue avec la direction de la compagnie, qui "
        + "propose une hausse des salaires de deux pour cent et refuse de rouvrir le dossier des retraites, selon les syndicats réunis à la bourse du travail.";

    private const string Other = "Le port accueille ce lundi la première des courses de voiliers de la saison, et les organisateurs attendent plusieurs milliers de "
        + "visiteurs sur les quais, où des concerts, des marchés et des jeux pour les enfants sont prévus jusque tard dans la nuit de samedi à dimanche.";

    private readonly TestEngine _engine = new();
    private readonly Random _random = new(20261124);

    public void Dispose() => _engine.Dispose();

    [Fact]
    public void The_same_text_of_two_sources_is_one_hit_and_counts_as_two()
    {
        _engine.Index(
            Make.Article("a", "La grève est votée", Wire) with { Source = "AFP" },
            Make.Article("b", "Au port, les marins en grève", Wire + " Reprise mardi.") with { Source = "Reuters" },
            Make.Article("c", "Les voiles au port", Other));

        var all = Collapsed("port");

        Assert.Equal(3, all.Total);
        Assert.Equal(3, all.Facets["source"].Sum(value => value.Count) + 1);
        Assert.Equal([("b", 1), ("c", 0)], all.Hits.Select(hit => (hit.Id, hit.Folded)).OrderBy(hit => hit.Id, StringComparer.Ordinal));
    }

    [Fact]
    public void An_article_without_a_story_joins_the_story_that_has_its_text()
    {
        _engine.Index(
            Story("a", "Grève", "La grève est votée", Wire),
            Story("b", "Grève", "La grève au port, jour 2", Other),
            Make.Article("c", "Au port, on vote", Wire));

        var hit = Assert.Single(Collapsed("port").Hits);

        Assert.Equal(2, hit.Folded);
    }

    [Fact]
    public void Two_stories_stay_two_whatever_they_share_and_what_both_tell_stays_by_itself()
    {
        _engine.Index(Story("a", "Grève", "La grève est votée", Wire), Story("b", "Port", "Le port s'arrête", Wire), Make.Article("c", "Au port", Wire));

        Assert.Equal([0, 0, 0], Collapsed("port").Hits.Select(hit => hit.Folded));
    }

    [Fact]
    public void What_is_not_found_joins_nothing()
    {
        _engine.Index(Story("a", "Grève", "Sans le mot", Wire), Make.Article("b", "Accostage", Wire), Make.Article("c", "Accostage à quai", Other));

        Assert.Equal([0, 0], Collapsed("accostage").Hits.Select(hit => hit.Folded));
    }

    [Theory]
    [InlineData(SearchSort.Newest, "c")]
    [InlineData(SearchSort.Oldest, "a")]
    public void By_date_the_newest_or_oldest_stands_for_the_others(SearchSort sort, string expected)
    {
        _engine.Index(
            Make.Article("a", "Le port", Wire) with { PublishedAt = Make.Date("2025-01-01T00:00:00Z") },
            Make.Article("b", "Au port", Wire) with { PublishedAt = Make.Date("2025-01-02T00:00:00Z") },
            Make.Article("c", "Du port", Wire) with { PublishedAt = Make.Date("2025-01-03T00:00:00Z") });

        var hit = Assert.Single(_engine.Search(new SearchRequest { Query = "port", Collapse = true, Sort = sort }).Hits);

        Assert.Equal((expected, 2), (hit.Id, hit.Folded));
    }

    [Theory]
    [InlineData("", SearchSort.Newest)]
    [InlineData("", SearchSort.Oldest)]
    [InlineData("port", SearchSort.Relevance)]
    [InlineData("port grève", SearchSort.Relevance)]
    [InlineData("port", SearchSort.Newest)]
    [InlineData("port", SearchSort.Oldest)]
    public void Pages_and_cursors_walk_the_groups_of_a_slow_and_obvious_twin(string query, SearchSort sort)
    {
        string[] texts = [Wire, Other, "", "Un port calme."];
        string?[] stories = [null, null, null, "Grève", "Port"];
        var articles = Enumerable.Range(0, 90).Select(number => new Told(
            $"{_random.Next(1000):000}-{number}",
            _random.Next(texts.Length),
            stories[_random.Next(stories.Length)],
            _random.Next(30))).ToDictionary(told => told.Id);
        foreach (var batch in articles.Values.Chunk(37))
        {
            _engine.Index(batch.Select(told => Make.Article(told.Id, Headline(told), texts[told.Text].Length == 0 ? [] : [texts[told.Text]]) with
            {
                Story = told.Story,
                PublishedAt = Make.Date("2025-01-01T00:00:00Z").AddDays(_random.Next(20)),
            }));
        }

        var request = new SearchRequest { Query = query, Sort = sort, Operator = SearchOperator.Any };
        var ranked = _engine.Search(request with { Size = 100 }).Hits.Select(hit => hit.Id).ToList();
        var expected = Groups(ranked.ConvertAll(id => articles[id])).ConvertAll(group => (group[0].Id, group.Count - 1));
        Assert.True(expected.Count < ranked.Count && expected.Count > 5);

        var whole = _engine.Search(request with { Size = 100, Collapse = true });
        Assert.Equal(expected, Shown(whole));
        Assert.Equal(ranked.Count, whole.Total);

        var paged = new List<(string, int)>();
        for (var page = 1; page == 1 || paged.Count == (page - 1) * 7; page++)
        {
            paged.AddRange(Shown(_engine.Search(request with { Size = 7, Page = page, Collapse = true })));
        }

        Assert.Equal(expected, paged);

        var walked = new List<(string, int)>();
        var next = request with { Size = 4, Collapse = true };
        for (var more = true; more;)
        {
            var answer = _engine.Search(next);
            walked.AddRange(Shown(answer));
            more = answer.NextCursor is not null;
            next = next with { Cursor = more ? SearchCursor.Parse(answer.NextCursor!) : null };
        }

        Assert.Equal(expected, walked);
    }

    private static Article Story(string id, string story, string headline, string text) => Make.Article(id, headline, text) with { Story = story };

    private static List<(string Id, int Folded)> Shown(SearchResponse response) => [.. response.Hits.Select(hit => (hit.Id, hit.Folded))];

    // A long text is the same under any headline, a short one under the same alone.
    private static string Headline(Told told) => told.Text < 2 ? $"Le port {told.Id}" : $"Le port {told.Number % 5}";

    /// <summary>The groups of articles in their order: articles of a story; those that tell a text, with the one story that tells it if there is one.</summary>
    private static List<List<Told>> Groups(List<Told> ranked)
    {
        var storiesOfText = ranked.Where(told => told.Story is not null).ToLookup(Key, told => told.Story);
        return [.. ranked.GroupBy(told => told.Story ?? (storiesOfText[Key(told)].Distinct().ToList() is [var only] ? only! : Key(told))).Select(group => group.ToList())];

        static string Key(Told told) => told.Text < 2 ? $"text {told.Text}" : $"text {told.Text} {Headline(told)}";
    }

    private SearchResponse Collapsed(string query) => _engine.Search(new SearchRequest { Query = query, Collapse = true });

    private sealed record Told(string Id, int Text, string? Story, int Number);
}
