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
    public void A_store_whose_tables_are_lost_fails_clearly()
    {
        using var store = OpenDamaged(firstPage: 1); // the page before names the tables

        Assert.Throws<StoreException>(() => store.Get("a7"));
        Assert.Throws<StoreException>(() => store.NextEmbargo());
        var fault = Assert.Throws<StoreException>(() => store.OpenSnapshot());
        Assert.Contains(ArticleStore.FileName, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_store_that_lost_some_articles_fails_clearly_where_they_are_read()
    {
        using var store = OpenDamaged(firstPage: 12); // past the roots of the tables and indexes
        using var snapshot = store.OpenSnapshot();

        Assert.NotEmpty(snapshot.CheckIntegrity());
        Assert.Throws<StoreException>(() => snapshot.ReadChanges(0, 1000));
        Assert.Throws<StoreException>(() => snapshot.ReadClassifiedByOthers("règles-1", 0, 1000));
    }

    private ArticleStore OpenDamaged(int firstPage)
    {
        var bytes = File.ReadAllBytes(_folder.File(ArticleStore.FileName));
        Assert.True(bytes.Length > (firstPage + 1) * PageSize);
        bytes.AsSpan(firstPage * PageSize).Fill(0xA5);
        File.WriteAllBytes(_folder.File(ArticleStore.FileName), bytes);
        return ArticleStore.OpenReadOnly(_folder.Path, TimeProvider.System);
    }
}
