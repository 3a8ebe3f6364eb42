using SearchService.Articles;
using SearchService.Indexing;
using SearchService.Storage;
using SearchService.Tests.Support;

namespace SearchService.Tests.Indexing;

/// <summary>An article that no document can be made of: here one whose story is longer than Lucene takes.</summary>
public sealed class RejectedArticleTests : IDisposable
{
    private static readonly string TooLong = new('é', 20_000);

    private readonly TestEngine _engine = new();
    private readonly LiveIndex _live;

    public RejectedArticleTests()
    {
        _live = _engine.Get<LiveIndex>();
        _engine.Store.Apply(Changes.PutMany(10));
        Rebuild();
    }

    public void Dispose() => _engine.Dispose();

    [Fact]
    public void The_others_go_on_and_its_former_version_goes()
    {
        _engine.Store.Apply([Changes.Put("avant", "Avant"), Bad("a3"), Bad("neuf"), Changes.Put("apres", "Après")]);

        CatchUp();

        Assert.Equal(["a3", "neuf"], _live.Current!.Data.Rejected.Order());
        Assert.Equal(11, Visible());
        Assert.Equal(0, _engine.Get<IndexFollower>().CountPending());
    }

    [Fact]
    public void It_is_indexed_once_it_can_be_and_forgotten_once_it_is_gone()
    {
        _engine.Store.Apply([Bad("a1"), Bad("a2"), Bad("a3")]);
        CatchUp();
        Assert.Equal(3, _live.Current!.Data.Rejected.Count);

        _engine.Store.Apply([Changes.Put("a1", "Corrigée"), ArticleChange.Delete("a2")]);
        CatchUp();

        Assert.Equal(["a3"], _live.Current!.Data.Rejected);
        Assert.Equal(8, Visible());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void A_rebuild_counts_it_and_succeeds(int parallelism)
    {
        _engine.Store.Apply([Bad("a3"), Bad("neuf"), .. Changes.PutMany(50, from: 100)]);
        CatchUp();
        var told = new List<RebuildProgress>();

        var checks = _engine.Get<IndexRebuild>().Run(parallelism, told.Add, CancellationToken.None);

        Assert.All(checks, check => Assert.True(check.Passed, check.Detail));
        Assert.Contains(", 2 refusés", checks.Single(check => check.Name == "count").Detail, StringComparison.Ordinal);
        Assert.Equal(2, told[^1].Rejected);
        Assert.Equal(59, Visible());
    }

    [Fact]
    public void It_is_still_known_after_a_restart_and_in_a_rollback()
    {
        _engine.Store.Apply(Bad("a3"));
        CatchUp();
        Rebuild();

        _engine.Get<IndexRollback>().Run(1, _ => { }, CancellationToken.None);
        Assert.Equal(["a3"], _live.Current!.Data.Rejected);

        var path = _live.Current.Path;
        _live.Dispose();
        using var reopened = IndexGeneration.Open(path);
        Assert.Equal(["a3"], reopened.Data.Rejected);
    }

    private static ArticleChange Bad(string id) => ArticleChange.Put(
        new ClassifiedArticle(Make.Article(id, "Refusé"), new Derivation(TooLong, [], "règles")));

    private void CatchUp() => _engine.Get<IndexFollower>().CatchUp(1, CancellationToken.None);

    private void Rebuild() => _engine.Get<IndexRebuild>().Run(1, _ => { }, CancellationToken.None);

    private int Visible()
    {
        using var lease = _live.Acquire();
        return lease.Documents;
    }
}
