using SearchService.Articles;
using SearchService.Hosting;
using SearchService.Storage;
using SearchService.Tests.Support;
using static SearchService.Tests.Support.TestCorpus;

namespace SearchService.Tests.Hosting;

/// <summary>What was deleted or canceled stays gone whatever a file says, until a client brings it back.</summary>
public sealed class CorpusGoneTests : IDisposable
{
    private readonly TestCorpus _corpus = new();

    public void Dispose() => _corpus.Dispose();

    [Fact]
    public async Task A_deleted_article_stays_gone_from_files_and_a_put_brings_it_back()
    {
        _corpus.Write("a.jsonl", Line("a", "A"));
        await _corpus.ReadAsync();
        _corpus.Store.Apply(ArticleChange.Delete("a"));

        _corpus.Write("a.jsonl", Line("a", "A changé"), Line("b", "B"));
        var report = await _corpus.ReadAsync();
        Assert.Null(_corpus.Store.Get("a"));
        Assert.Equal(1, report.Changes);
        Assert.Empty(report.Problems);

        _corpus.Put(Make.Article("a", "A revenu"));
        Assert.Equal("A revenu", _corpus.Headline("a"));

        _corpus.Write("a.jsonl", Line("a", "A du fichier"), Line("b", "B"));
        await _corpus.ReadAsync();
        Assert.Equal("A du fichier", _corpus.Headline("a"));
    }

    [Fact]
    public async Task A_deleted_article_stays_gone_from_a_file_that_is_new()
    {
        _corpus.Put(Make.Article("a", "A"));
        _corpus.Store.Apply(ArticleChange.Delete("a"));

        _corpus.Write("neuf.jsonl", Line(Make.Article("a", "A") with { Version = 9 }));
        await _corpus.ReadAsync();

        Assert.Null(_corpus.Store.Get("a"));
    }

    [Fact]
    public async Task A_canceled_article_stays_gone_from_files_and_a_put_brings_it_back()
    {
        _corpus.Write("a.jsonl", Line(Make.Article("a", "A") with { Version = 1 }));
        await _corpus.ReadAsync();
        _corpus.Write("a.jsonl", Line(Make.Article("a", "A") with { Version = 2, Status = ArticleStatus.Canceled }));
        await _corpus.ReadAsync();
        Assert.False(_corpus.Store.Get("a")!.Visible);

        _corpus.Write("a.jsonl", Line(Make.Article("a", "A") with { Version = 3 }));
        await _corpus.ReadAsync();
        Assert.False(_corpus.Store.Get("a")!.Visible);

        _corpus.Put(Make.Article("a", "A") with { Version = 3 });
        Assert.True(_corpus.Store.Get("a")!.Visible);
    }

    [Fact]
    public async Task A_withheld_article_is_shown_again_by_its_file()
    {
        _corpus.Write("a.jsonl", Line(Make.Article("a", "A") with { Version = 1, Status = ArticleStatus.Withheld }));
        await _corpus.ReadAsync();
        Assert.False(_corpus.Store.Get("a")!.Visible);

        _corpus.Write("a.jsonl", Line(Make.Article("a", "A") with { Version = 2 }));
        await _corpus.ReadAsync();

        Assert.True(_corpus.Store.Get("a")!.Visible);
    }

    [Fact]
    public async Task An_import_brings_a_deleted_article_back()
    {
        _corpus.Put(Make.Article("a", "A"));
        _corpus.Store.Apply(ArticleChange.Delete("a"));

        await _corpus.Get<ArticleImport>().RunAsync(
            Items.Of(Make.Article("a", "A revenu")), (_, _) => { }, null, TestContext.Current.CancellationToken);

        Assert.Equal("A revenu", _corpus.Headline("a"));
    }
}
