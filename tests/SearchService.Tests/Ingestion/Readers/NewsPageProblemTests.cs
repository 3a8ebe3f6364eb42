using System.Text;
using SearchService.Articles;
using SearchService.Ingestion.Readers;
using SearchService.Tests.Support;

namespace SearchService.Tests.Ingestion.Readers;

/// <summary>What is wrong on a page is told, and the rest is read.</summary>
public sealed class NewsPageProblemTests
{
    private static readonly NewsPageReader Reader = new();

    [Fact]
    public async Task An_article_that_grows_too_large_keeps_what_fits_and_is_told_once()
    {
        var lines = Enumerable.Range(0, 20).Select(i => new string((char)('a' + i), 100));

        var items = await Read.ItemsAsync(Reader, "Grand titre\n" + string.Join('\n', lines) + "\n-\nSuivant\n", maxLineBytes: 1024);

        var problem = Assert.Single(items, item => item.Problem is not null);
        Assert.Equal(ArticleError.TooLarge, problem.Problem!.Code);
        Assert.Equal("L'article dépasse 1024 octets (Ingestion:MaxLineBytes) ; la suite est laissée.", problem.Problem.Message);
        Assert.Equal(7, problem.Line);
        var articles = items.Where(item => item.Article is not null).Select(item => item.Article!).ToList();
        Assert.Equal(["Grand titre", "Suivant"], articles.Select(article => article.Headline));
        Assert.Equal(5, articles[0].Paragraphs.Count);
    }

    [Fact]
    public async Task A_line_over_the_limit_is_refused_and_the_rest_is_read()
    {
        var items = await Read.ItemsAsync(Reader, $"-\n{new string('x', 2000)}\n-\nTitre\nGrand titre\nUn.\n{new string('y', 2000)}\nDeux.\n", maxLineBytes: 1024);

        Assert.Equal([2, 7], items.Where(item => item.IsRejection).Select(item => item.Line));
        Assert.All(items.Where(item => item.IsRejection), item => Assert.Equal("La ligne dépasse 1024 octets (Ingestion:MaxLineBytes).", item.Problem!.Message));
        var articles = items.Where(item => item.Article is not null).Select(item => item.Article!).ToList();
        Assert.Equal(["Titre", "Grand titre"], articles.Select(article => article.Headline));
        Assert.Equal(["Un.", "Deux."], articles[1].Paragraphs.Select(paragraph => paragraph.Text));
    }

    [Fact]
    public async Task Control_characters_are_taken_out_and_told()
    {
        var items = await Read.ItemsAsync(Reader, "-\nUn\u0000titre\nGrand\ttitre\nTexte\u001B[0m.\n");

        Assert.Equal([2, 4], items.Where(item => item.Problem?.Code == ArticleError.ControlCharacters).Select(item => item.Line));
        Assert.DoesNotContain(items, item => item.IsRejection);
        var articles = items.Where(item => item.Article is not null).Select(item => item.Article!).ToList();
        Assert.Equal(["Un titre", "Grand titre"], articles.Select(article => article.Headline));
        Assert.Equal("Texte [0m.", articles[1].Paragraphs[0].Text);
    }

    [Fact]
    public async Task A_line_of_control_characters_alone_is_no_headline()
    {
        var items = await Read.ItemsAsync(Reader, "-\n\u0001\u0002\nTitre\n");

        Assert.Equal("Titre", Assert.Single(items, item => item.Article is not null).Article!.Headline);
    }

    [Fact]
    public async Task Windows_1252_is_told_once_and_loses_nothing()
    {
        var old = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

        var items = await Read.ItemsAsync(Reader, old.GetBytes("-\nL’été\nŒuvres à cœur\nDéjà 5 €.\n"));

        var notice = Assert.Single(items, item => item.Problem is not null);
        Assert.Equal(ArticleError.Converted, notice.Problem!.Code);
        Assert.Equal(2, notice.Line);
        Assert.False(notice.IsRejection);
        Assert.Equal(["L’été", "Œuvres à cœur"], items.Where(item => item.Article is not null).Select(item => item.Article!.Headline));
    }

    [Fact]
    public async Task Headlines_composed_and_decomposed_are_the_same_article()
    {
        const string Headline = "La fête déménage à Orval";

        var items = await Read.ItemsAsync(Reader, $"-\n{Headline}\n-\n{Headline.Normalize(NormalizationForm.FormD)}\n");

        Assert.Equal(items[0].Article, items[1].Article! with { Paragraphs = items[0].Article!.Paragraphs, Topics = items[0].Article!.Topics });
    }
}
