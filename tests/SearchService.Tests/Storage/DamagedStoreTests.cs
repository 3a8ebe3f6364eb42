using SearchService.Storage;
using SearchService.Tests.Support;

namespace SearchService.Tests.Storage;

/// <summary>A store whose pages were overwritten behind its back: whatever is asked, the answer is a clear exception and not SQLite's own.</summary>
public sealed class DamagedStoreTests : IDisposable
{
    private const int PageSize = 4096;

    private readonly TempFolder _folder = new();

    public DamagedStoreTests()
    {
        using var whole = ArticleStore.Open(_folder.Path, TimeProvider.System);
        whole.Apply(Changes.PutMany(400));
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_store_whose_tables_are_lost_is_not_opened()
    {
        Damage(firstPage: 1, pages: int.MaxValue); // the page before names the tables

        Assert.All(
            [Assert.Throws<StoreException>(() => ArticleStore.OpenReadOnly(_folder.Path, TimeProvider.System)), Assert.Throws<StoreException>(Open)],
            fault =>
            {
                Assert.Equal(StoreFault.Damaged, fault.Fault);
                Assert.Contains(_folder.File(ArticleStore.FileName), fault.Message, StringComparison.Ordinal);
                Assert.Contains("restore", fault.Message, StringComparison.Ordinal);
            });
    }

    [Fact]
    public void A_store_that_lost_some_articles_fails_clearly_where_they_are_read()
    {
        Damage(firstPage: 12, pages: 4); // past the roots of the tables and indexes, before the last changes
        using var store = ArticleStore.OpenReadOnly(_folder.Path, TimeProvider.System);
        using var snapshot = store.OpenSnapshot();

        Assert.NotEmpty(snapshot.CheckIntegrity());
        Assert.Throws<StoreException>(() => snapshot.ReadChanges(0, 1000));
        Assert.Throws<StoreException>(() => snapshot.ReadClassifiedByOthers("règles-1", 0, 1000));
        Assert.Throws<StoreException>(() => snapshot.ReadVisible(1000).Count());
        Assert.Throws<StoreException>(() =>
        {
            for (var i = 0; i < 400; i++)
            {
                store.Get($"a{i}");
            }
        });
    }

    private void Open() => ArticleStore.Open(_folder.Path, TimeProvider.System).Dispose();

    private void Damage(int firstPage, int pages)
    {
        var bytes = File.ReadAllBytes(_folder.File(ArticleStore.FileName));
        Assert.True(bytes.Length > (firstPage + 1) * PageSize);
        var count = (int)Math.Min((long)pages * PageSize, bytes.Length - firstPage * PageSize);
        bytes.AsSpan(firstPage * PageSize, count).Fill(0xA5);
        File.WriteAllBytes(_folder.File(ArticleStore.FileName), bytes);
    }
}
