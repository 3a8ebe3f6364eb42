using SearchService.Articles;
using SearchService.Storage;
using SearchService.Tests.Support;

namespace SearchService.Tests.Storage;

public sealed class StoreSnapshotTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly ArticleStore _store;

    public StoreSnapshotTests() => _store = ArticleStore.Open(_folder.Path, TimeProvider.System);

    public void Dispose()
    {
        _store.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void A_snapshot_does_not_see_later_writes()
    {
        _store.Apply(Changes.Put("a", "Avant"));
        using var snapshot = _store.OpenSnapshot();

        _store.Apply([Changes.Put("a", "Après"), Changes.Put("b", "Nouveau")]);

        Assert.Equal(1, snapshot.LastSequence);
        Assert.Equal(1, snapshot.CountVisible());
        Assert.Equal("Avant", Assert.Single(snapshot.ReadChanges(0, 10)).Article!.Article.Headline);
        Assert.False(snapshot.ChangedAfter("a", 1));
        Assert.Equal(("a", 1L), Assert.Single(snapshot.ReadVisible(long.MaxValue)));
    }

    [Fact]
    public void An_empty_store_has_nothing_to_tell()
    {
        using var snapshot = _store.OpenSnapshot();

        Assert.Equal(0, snapshot.LastSequence);
        Assert.Equal(0, snapshot.CountVisible());
        Assert.Empty(snapshot.ReadChanges(0, 10));
        Assert.Empty(snapshot.CheckIntegrity());
    }

    [Theory]
    [InlineData(0, 2, "a0 a2")]
    [InlineData(0, 10, "a0 a2 a3 a1")]
    [InlineData(1, 10, "a2 a3 a1")]
    [InlineData(4, 10, "a1")]
    [InlineData(5, 10, "")]
    public void Changes_come_in_order_and_each_article_once(long after, int limit, string ids)
    {
        _store.Apply(Changes.PutMany(4));
        _store.Apply(Changes.Put("a1", "Corrigée"));
        using var snapshot = _store.OpenSnapshot();

        Assert.Equal(ids, string.Join(' ', snapshot.ReadChanges(after, limit).Select(change => change.Id)));
    }

    [Fact]
    public void Changes_after_a_number_are_counted_per_article()
    {
        _store.Apply(Changes.PutMany(4));
        _store.Apply([Changes.Put("a1", "Corrigée"), Changes.Put("a1", "Corrigée encore")]);
        using var snapshot = _store.OpenSnapshot();

        Assert.Equal(4, snapshot.CountChanges(0));
        Assert.Equal(1, snapshot.CountChanges(4));
        Assert.Equal(0, snapshot.CountChanges(6));
    }

    [Fact]
    public void Visible_articles_are_listed_up_to_a_number()
    {
        _store.Apply([.. Changes.PutMany(3), Changes.Put("masque", "Titre", 4, ArticleStatus.Withheld), Changes.Put("a0", "Corrigée")]);
        using var snapshot = _store.OpenSnapshot();

        Assert.Equal(["a1", "a2"], snapshot.ReadVisible(4).Select(entry => entry.Id).Order());
        Assert.Equal([("a0", 2L), ("a1", 1L), ("a2", 1L)], snapshot.ReadVisible(5).Order());
        Assert.True(snapshot.ChangedAfter("a0", 4));
        Assert.False(snapshot.ChangedAfter("a1", 4));
        Assert.False(snapshot.ChangedAfter("jamais-vu", 0));
    }
}
