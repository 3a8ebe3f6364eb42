using SearchService.Articles;
using SearchService.Tests.Support;

namespace SearchService.Tests.Hosting;

/// <summary>News pages announce by their headline alone articles that another page, or the same one, holds in full.</summary>
public sealed class AnnouncementTests : IDisposable
{
    private const string Full = "Le port de Lorient agrandi\nLes travaux commencent.\nIls dureront deux ans.\nA.Tanguy--DDO\n";

    private readonly TestCorpus _corpus = new();

    public void Dispose() => _corpus.Dispose();

    [Fact]
    public async Task A_page_that_only_announces_a_headline_takes_nothing_from_the_full_article()
    {
        _corpus.Write("1.txt", "-\nUn autre titre\n" + Full);
        _corpus.Write("2.txt", "-\nLe port de Lorient agrandi\n");

        var report = await _corpus.ReadAsync();

        Assert.Empty(report.Problems);
        Assert.Equal(2, Paragraphs());
    }

    [Theory]
    [InlineData("-\nLe port de Lorient agrandi\n-\nUn autre titre\n" + Full)]
    [InlineData(Full + "-\nLe port de Lorient agrandi\n")]
    public async Task Within_a_page_the_full_article_wins_over_its_announcement(string page)
    {
        _corpus.Write("1.txt", page);
        Assert.Empty((await _corpus.ReadAsync()).Problems);
        Assert.Equal(2, Paragraphs());
        var sequence = _corpus.Store.LastSequence;

        _corpus.Write("1.txt", page + "-\nEncore un titre\n");
        Assert.Empty((await _corpus.ReadAsync()).Problems);
        Assert.Equal(2, Paragraphs());
        Assert.Equal(sequence + 1, _corpus.Store.LastSequence);
    }

    [Fact]
    public async Task A_correction_made_by_a_client_outlives_a_page_that_announces_and_holds_the_article()
    {
        const string Page = "-\nLe port de Lorient agrandi\n" + Full;
        _corpus.Write("1.txt", Page);
        await _corpus.ReadAsync();
        var id = ArticleId.ForHeadline("Le port de Lorient agrandi");
        _corpus.Put(Make.Article(id, "Le port de Lorient ne sera pas agrandi", "Le projet est abandonné."));

        _corpus.Write("1.txt", Page + "-\nEncore un titre\n");
        Assert.Empty((await _corpus.ReadAsync()).Problems);

        Assert.Equal("Le port de Lorient ne sera pas agrandi", _corpus.Headline(id));
    }

    private int Paragraphs() => _corpus.Store.Get(ArticleId.ForHeadline("Le port de Lorient agrandi"))!.Classified.Article.Paragraphs.Count;
}
