using SearchService.Articles;
using SearchService.Ingestion;
using SearchService.Ingestion.Readers;
using SearchService.Tests.Support;

namespace SearchService.Tests.Ingestion.Readers;

/// <summary>A news page: announced headlines, then the full article.</summary>
public sealed class NewsPageReaderTests
{
    private static readonly NewsPageReader Reader = new();

    [Fact]
    public async Task Each_dash_announces_a_headline_and_the_article_follows()
    {
        var items = await ReadAsync("-", "Premier titre", "-", "Second titre", "Grand titre", "Un.", "Deux.", "L.Marchand--DV");

        Assert.Equal(["Premier titre", "Second titre", "Grand titre"], items.Select(item => item.Article!.Headline));
        Assert.Equal([2, 4, 5], items.Select(item => item.Line));
        Assert.All(items, item => Assert.Equal(ArticleId.ForHeadline(item.Article!.Headline), item.Article.Id));
        Assert.All(items.Take(2), item => Assert.Empty(item.Article!.Paragraphs));
        Assert.All(items.Take(2), item => Assert.Null(item.Article!.Byline));
        Assert.All(items.Take(2), item => Assert.Null(item.Article!.Source));
        var full = items[2].Article!;
        Assert.Equal([new Paragraph("Un."), new Paragraph("Deux.")], full.Paragraphs);
        Assert.Equal("L.Marchand", full.Byline);
        Assert.Equal("DV", full.Source);
        Assert.Null(full.PublishedAt);
    }

    [Fact]
    public async Task An_intertitre_opens_the_paragraph_after_it()
    {
        var full = await FullAsync("Un.", "- \"Une fête\" d'été -", "Deux.", "Trois.", "– Au bord de l'eau –", "Quatre.");

        Assert.Equal(
            [new Paragraph("Un."), new Paragraph("Deux.", "\"Une fête\" d'été"), new Paragraph("Trois."), new Paragraph("Quatre.", "Au bord de l'eau")],
            full.Paragraphs);
    }

    [Fact]
    public async Task An_intertitre_that_opens_nothing_is_still_text()
    {
        var full = await FullAsync("- Seul -", "- Suivi -", "Texte.", "- Dernier -", "L.Marchand--DV");

        Assert.Equal([new Paragraph("Seul"), new Paragraph("Texte.", "Suivi"), new Paragraph("Dernier")], full.Paragraphs);
        Assert.Equal("DV", full.Source);
    }

    [Theory]
    [InlineData("- Sans fin")]
    [InlineData("-Collé-")]
    [InlineData("Un mot - et un autre -")]
    [InlineData("- -")]
    public async Task Other_dashes_are_text(string line) => Assert.Equal([new Paragraph(line)], (await FullAsync(line, "Fin.")).Paragraphs.Take(1));

    [Theory]
    [InlineData("E.Rodriguez--AT", "E.Rodriguez", "AT")]
    [InlineData("E. Rodriguez -- AT", "E. Rodriguez", "AT")]
    [InlineData("É.Noël et J.-P. Roux--Agence d'Orval", "É.Noël et J.-P. Roux", "Agence d'Orval")]
    [InlineData("A--B&C", "A", "B&C")]
    [InlineData("bur-lma/oh--DV2", "bur-lma/oh", "DV2")]
    public async Task The_last_line_is_byline_and_agency(string line, string byline, string agency)
    {
        var full = await FullAsync("Texte.", line);

        Assert.Equal([new Paragraph("Texte.")], full.Paragraphs);
        Assert.Equal(byline, full.Byline);
        Assert.Equal(agency, full.Source);
    }

    [Theory]
    [InlineData("Une fin ordinaire.")]
    [InlineData("E.Rodriguez-AT")]
    [InlineData("E.Rodriguez--")]
    [InlineData("--AT")]
    [InlineData("2024--2025")]
    [InlineData("Il l'a dit -- et redit, non sans malice -- avant de partir.")]
    public async Task Another_last_line_is_a_paragraph(string line)
    {
        var full = await FullAsync("Texte.", line);

        Assert.Equal(["Texte.", line], full.Paragraphs.Select(paragraph => paragraph.Text));
        Assert.Null(full.Byline);
        Assert.Null(full.Source);
    }

    [Fact]
    public async Task A_signature_before_the_last_line_is_a_paragraph() =>
        Assert.Equal(["L.Marchand--DV", "Suite."], (await FullAsync("L.Marchand--DV", "Suite.")).Paragraphs.Select(paragraph => paragraph.Text));

    [Fact]
    public async Task Several_pages_may_stand_in_a_file()
    {
        var items = await ReadAsync("-", "Un", "Grand un", "Texte un.", "A.B--DV", "-", "Deux", "-", "Trois", "Grand deux", "Texte deux.", "C.D--AT");

        Assert.Equal(["Un", "Grand un", "Deux", "Trois", "Grand deux"], items.Select(item => item.Article!.Headline));
        Assert.Equal([2, 3, 7, 9, 10], items.Select(item => item.Line));
        Assert.Equal("A.B", items[1].Article!.Byline);
        Assert.Equal("AT", items[4].Article!.Source);
    }

    [Fact]
    public async Task Blank_lines_and_Windows_line_ends_change_nothing()
    {
        string[] lines = ["-", "Un titre", "Grand titre", "Un.", "- Titre -", "Deux.", "L.Marchand--DV"];

        var plain = await Read.ItemsAsync(Reader, string.Join('\n', lines));
        var spaced = await Read.ItemsAsync(Reader, "\r\n" + string.Join("  \r\n \t\r\n", lines) + "\r\n\r\n");

        Assert.Equal(plain.Select(Written), spaced.Select(Written));
    }

    [Fact]
    public async Task A_page_may_have_no_list_and_a_list_no_page()
    {
        var body = Assert.Single(await ReadAsync("Grand titre", "Texte."));
        var list = Assert.Single(await ReadAsync("-", "Titre", "-", "-"));

        Assert.Equal("Grand titre", body.Article!.Headline);
        Assert.Equal([new Paragraph("Texte.")], body.Article.Paragraphs);
        Assert.Equal("Titre", list.Article!.Headline);
    }

    [Fact]
    public async Task A_headline_alone_is_an_article() => Assert.Empty(Assert.Single(await ReadAsync("Grand titre")).Article!.Paragraphs);

    [Fact]
    public async Task An_empty_page_holds_nothing() => Assert.Empty(await Read.ItemsAsync(Reader, "\n \n"));

    internal static async Task<List<ReadItem>> ReadAsync(params string[] lines) => await Read.ItemsAsync(Reader, string.Join('\n', lines) + "\n");

    private static async Task<Article> FullAsync(params string[] lines) => Assert.Single(await ReadAsync(["Grand titre", .. lines])).Article!;

    private static string Written(ReadItem item) => System.Text.Encoding.UTF8.GetString(ArticleJsonWriter.WriteContent(item.Article!));
}
