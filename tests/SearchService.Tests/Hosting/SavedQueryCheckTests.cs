using SearchService.Articles;
using SearchService.Hosting;
using SearchService.Indexing;
using SearchService.Searching;
using SearchService.Storage;
using SearchService.Tests.Support;

namespace SearchService.Tests.Hosting;

/// <summary>The live generation beside candidates that lack articles.</summary>
public sealed class SavedQueryCheckTests : IDisposable
{
    private const int Articles = 60;

    private readonly TempFolder _folder = new();
    private readonly TestEngine _engine = new();

    public SavedQueryCheckTests() => _engine.Index(Enumerable.Range(0, Articles).Select(i =>
        Make.Article($"a{i}", $"Dépêche du canton {i}", "Le pont est rouvert.") with { Topics = [i % 2 == 0 ? "Sport" : "Politique"], Story = i < 3 ? "Le pont" : null }));

    public void Dispose()
    {
        _engine.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void The_sample_passes_where_nothing_is_missing()
    {
        var check = Check([]);

        Assert.Equal(("queries", true), (check.Name, check.Passed));
        Assert.EndsWith("requêtes essayées et comparées à la génération en place, 0 défauts", check.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(30)]
    public void The_sample_finds_that_articles_are_missing(int missing)
    {
        var check = Check([], without: missing);

        Assert.False(check.Passed);
        Assert.Contains($"« * » trouve {Articles - missing} articles au lieu de {Articles}", check.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void What_changed_meanwhile_is_no_fault()
    {
        // The live view is older than the store: two of its articles are gone.
        _engine.Store.Apply([ArticleChange.Delete("a0"), Changes.Put("a1", "Retirée", status: ArticleStatus.Withheld)]);

        Assert.True(Check([]).Passed);
        Assert.True(Check([new SavedQuery("pont", "a0")]).Passed);
        Assert.False(Check([], without: 1).Passed); // a third one is gone, and nobody took it
    }

    [Fact]
    public void Saved_queries_take_the_place_of_the_sample()
    {
        Assert.Equal("2 requêtes essayées et comparées à la génération en place, 0 défauts", Check([new SavedQuery("pont"), new SavedQuery("canton 7", "a7")]).Detail);

        var check = Check([new SavedQuery("pont"), new SavedQuery("canton 7", "a7"), new SavedQuery("inconnu")], without: 1);
        Assert.Equal(
            "3 requêtes essayées et comparées à la génération en place, 1 défauts : « pont » trouve 59 articles au lieu de 60",
            check.Detail);
    }

    [Fact]
    public void An_article_that_must_be_among_the_first_is_missed()
    {
        var check = Check([new SavedQuery("canton 7", "a9")]);

        Assert.False(check.Passed);
        Assert.EndsWith("« canton 7 » ne trouve pas a9 parmi les dix premiers", check.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void A_withdrawn_article_is_not_missed() => Assert.True(Check([new SavedQuery("canton", "parti")]).Passed);

    [Fact]
    public void A_corrected_or_relaxed_answer_makes_up_for_nothing()
    {
        // "canton 59" finds one article; without it, the words one by one would find all the others.
        var check = Check([new SavedQuery("canton 59")], without: 1);

        Assert.False(check.Passed);
        Assert.Contains("trouve 0 articles au lieu de 1", check.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_nothing_is_live_faults_are_told_and_stop_nothing()
    {
        var check = Check([new SavedQuery("canton 7", "a9")], compare: false);

        Assert.True(check.Passed);
        Assert.Contains("1 défauts", check.Detail, StringComparison.Ordinal);
        Assert.Equal("0 requêtes essayées, 0 défauts", Check([], compare: false).Detail);
    }

    [Fact]
    public void The_file_of_the_configuration_keeps_a_worse_generation_from_being_published()
    {
        var file = _folder.Write("requetes.txt", "dépêche\ta3\nrien du tout\ta4\n");
        using var engine = new TestEngine(settings: [("Index:SavedQueriesPath", file)]);
        engine.Index(Make.Article("a3", "Dépêche"));
        engine.Get<IndexRebuild>().Run(1, _ => { }, CancellationToken.None); // a4 does not exist yet
        engine.Index(Make.Article("a4", "Titre"));

        var fault = Assert.Throws<IndexException>(() => engine.Get<IndexRebuild>().Run(1, _ => { }, CancellationToken.None));

        Assert.Equal("queries", Assert.Single(fault.Checks, check => !check.Passed).Name);
        Assert.Equal("000002", engine.Get<LiveIndex>().Current!.Name);
        Assert.Equal("000002", engine.Get<GenerationFolder>().Current);
    }

    private RebuildCheck Check(SavedQuery[] queries, int without = 0, bool compare = true)
    {
        using var live = _engine.Get<LiveIndex>().Acquire();
        using var snapshot = _engine.Store.OpenSnapshot();
        using var generation = IndexGeneration.Create(_folder.File(Guid.NewGuid().ToString()), DateTimeOffset.UnixEpoch);
        generation.Apply([.. snapshot.ReadChanges(0, Articles + 10).Where(change => !Missing(change.Id))], 1);
        generation.Refresh();
        using var candidate = generation.Acquire();
        return new SavedQueryCheck(queries, _engine.Get<ArticleSearcher>()).Run(candidate, compare ? live : null, snapshot, CancellationToken.None);

        bool Missing(string id) => int.Parse(id.AsSpan(1), System.Globalization.CultureInfo.InvariantCulture) >= Articles - without;
    }
}
