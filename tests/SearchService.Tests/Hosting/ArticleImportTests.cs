using SearchService.Articles;
using SearchService.Hosting;
using SearchService.Indexing;
using SearchService.Ingestion;
using SearchService.Tests.Support;

namespace SearchService.Tests.Hosting;

/// <summary>Articles that a client sends, one after the other.</summary>
public sealed class ArticleImportTests : IDisposable
{
    private readonly TestEngine _engine = new();
    private readonly List<(int Line, ArticleError Error)> _rejected = [];
    private readonly List<long> _progress = [];

    public void Dispose() => _engine.Dispose();

    [Fact]
    public async Task Articles_are_accepted_and_bad_lines_told()
    {
        var result = await ImportAsync(Items.Of(
        [
            new ReadItem(1, Make.Article("a", "Tramway: la ligne ouvre"), UnknownFields: 2),
            new ReadItem(2, null, new ArticleError(ArticleError.InvalidJson, "Illisible.")),
            new ReadItem(3, null, ReadItem.ConvertedNotice),
            new ReadItem(4, Make.Article("b", "B"), ReadItem.ConvertedNotice, UnknownFields: 1),
        ]));

        Assert.Equal(new ImportResult(Accepted: 2, Rejected: 1, UnknownFields: 3, Sequence: 2), result);
        Assert.Equal((2, ArticleError.InvalidJson), (Assert.Single(_rejected).Line, _rejected[0].Error.Code));
        Assert.Equal("Tramway", _engine.Store.Get("a")!.Classified.Story);
    }

    [Fact]
    public async Task A_lower_version_is_refused_for_its_line_alone()
    {
        await ImportAsync(Items.Of(Make.Article("a", "A") with { Version = 5 }));

        var result = await ImportAsync(Items.Of(Make.Article("b", "B"), Make.Article("a", "A ancien") with { Version = 4 }, Make.Article("c", "C")));

        Assert.Equal((2L, 1L), (result.Accepted, result.Rejected));
        var (line, error) = Assert.Single(_rejected);
        Assert.Equal(2, line);
        Assert.Equal(
            new ArticleError(ArticleError.VersionConflict, "L'article a est déjà en version 5 ; la version 4 est refusée.") { ArticleId = "a" }, error);
    }

    [Fact]
    public async Task What_the_store_already_holds_is_accepted_without_a_change()
    {
        await ImportAsync(Items.Of(Make.Article("a", "A")));

        var again = await ImportAsync(Items.Of(Make.Article("a", "A")));

        Assert.Equal(1, again.Accepted);
        Assert.Equal(1, _engine.Store.LastSequence);
        Assert.Equal(1, _engine.Store.Get("a")!.Version);
    }

    [Fact]
    public async Task An_upload_waits_for_the_index_once_it_is_far_ahead()
    {
        _engine.Index(Make.Article("a", "A")); // an index that is live and that nobody keeps up to date
        using var ending = new CancellationTokenSource();
        var upload = _engine.Get<ArticleImport>().RunAsync(
            Items.Of(Enumerable.Range(0, 7000).Select(i => new ReadItem(i, Make.Article($"b{i}", "B")))), (_, _) => { }, _progress.Add, ending.Token);

        await Eventually.TrueAsync(() => Task.FromResult(_engine.Get<IndexFollower>().SomeoneWaits), "the upload waits", TimeSpan.FromMinutes(1));
        Assert.False(upload.IsCompleted);
        Assert.InRange(_engine.Store.LastSequence, 5001, 5600);

        while (!upload.IsCompleted)
        {
            _engine.Get<IndexFollower>().CatchUp(1, CancellationToken.None);
            await Task.Yield();
        }

        Assert.Equal(7000, (await upload).Accepted);
    }

    [Fact]
    public async Task The_last_of_an_article_sent_twice_holds()
    {
        var result = await ImportAsync(Items.Of(Make.Article("a", "Première"), Make.Article("a", "Seconde")));

        Assert.Equal(2, result.Accepted);
        Assert.Equal("Seconde", _engine.Store.Get("a")!.Classified.Article.Headline);
        Assert.Equal(2, _engine.Store.Get("a")!.Version);
    }

    [Fact]
    public async Task Many_articles_go_in_by_batches_and_progress_is_told()
    {
        var result = await ImportAsync(Items.Of(Enumerable.Range(0, 1203).Select(i => Make.Article($"n{i}", $"Numéro {i}"))));

        Assert.Equal(1203, result.Accepted);
        Assert.Equal([500, 1000, 1203], _progress);
        Assert.Equal(1203, _engine.Store.LastSequence);
    }

    [Fact]
    public async Task What_was_accepted_is_kept_when_the_sender_breaks_off()
    {
        var items = Items.Of(
            Enumerable.Range(0, 700).Select(i => new ReadItem(i + 1, Make.Article($"n{i}", $"Numéro {i}"))), new IOException("cut"));

        await Assert.ThrowsAsync<IOException>(() => ImportAsync(items));

        Assert.Equal([500], _progress);
        Assert.Equal(500, _engine.Store.LastSequence);
    }

    [Fact]
    public async Task Nothing_is_no_change() => Assert.Equal(default, await ImportAsync(Items.Of(Array.Empty<ReadItem>())));

    private Task<ImportResult> ImportAsync(IAsyncEnumerable<ReadItem> items) => _engine.Get<ArticleImport>().RunAsync(
        items, (line, error) => _rejected.Add((line, error)), _progress.Add, TestContext.Current.CancellationToken);
}
