using SearchService.Articles;
using SearchService.Tests.Support;

namespace SearchService.Tests.Ingestion;

/// <summary>The sample files of tests/corpus: each format and each encoding from real bytes.</summary>
public sealed class CorpusFilesTests
{
    [Fact]
    public async Task JSON_Lines_with_every_field()
    {
        var items = await Read.CorpusAsync("depeches.jsonl");

        Assert.All(items, item => Assert.Null(item.Problem));
        Assert.Equal([0, 0, 2, 0, 0], items.Select(item => item.UnknownFields));
        var first = items[0].Article!;
        Assert.Equal("Une halle de fer et de verre", first.Paragraphs[1].Heading);
        Assert.Equal(["Économie", "Économie/Agriculture"], first.Topics);
        Assert.Equal("Marché de Belle-Rive", first.Story);
        Assert.Equal("Dépêches du Val", first.Source);
        Assert.Equal("M. Aubrac", first.Byline);
        Assert.Equal("https://exemple.test/halle?id=1&page=2", first.Url);
        Assert.Equal(TimeSpan.FromHours(1), first.PublishedAt!.Value.Offset);
        Assert.Equal(Make.Date("2025-03-08T12:00:00+01:00"), first.EmbargoUntil);
        Assert.Equal(
            [ArticleStatus.Usable, ArticleStatus.Usable, ArticleStatus.Usable, ArticleStatus.Withheld, ArticleStatus.Canceled],
            items.Select(item => item.Article!.Status));
        Assert.Equal([2, null, null, 1, null], items.Select(item => item.Article!.Version));
    }

    [Fact]
    public async Task A_news_page()
    {
        var items = await Read.CorpusAsync("page.txt");

        Assert.Equal(4, items.Count);
        var full = items[3].Article!;
        Assert.Equal("Le festival des lanternes illumine les quais d'Orval", full.Headline);
        Assert.Equal(4, full.Paragraphs.Count);
        Assert.Equal("Une tradition retrouvée", full.Paragraphs[2].Heading);
        Assert.Equal("L.Marchand", full.Byline);
        Assert.Equal("DV", full.Source);
    }

    [Theory]
    [InlineData("windows-1252.jsonl", new[] { "La forêt de Brocéval rouvre après les tempêtes", "Un cœur de chêne sculpté à l'entrée du village" })]
    [InlineData("windows-1252.txt", new[] { "Crue de l'Aurette: la décrue s’amorce", "Le café des Tilleuls fête ses cent ans" })]
    public async Task Windows_1252_is_read_and_told_once(string name, string[] headlines)
    {
        var items = await Read.CorpusAsync(name);

        Assert.Equal(headlines, items.Where(item => item.Article is not null).Select(item => item.Article!.Headline));
        Assert.Equal(ArticleError.Converted, Assert.Single(items, item => item.Problem is not null).Problem!.Code);
    }

    [Theory]
    [InlineData("utf-16.jsonl")]
    [InlineData("utf-16-big-endian.jsonl")]
    public async Task UTF_16_with_its_mark_is_read_as_it_is(string name)
    {
        var items = await Read.CorpusAsync(name);

        Assert.Equal(
            ["Éclipse: les écoliers d'Orval lèvent les yeux", "Noël avant l'heure au marché couvert"], items.Select(item => item.Article!.Headline));
        Assert.All(items, item => Assert.Null(item.Problem));
    }

    [Fact]
    public async Task Broken_lines_are_told_one_by_one_and_the_rest_is_read()
    {
        var items = await Read.CorpusAsync("broken-lines.jsonl");

        Assert.Equal([(1, "rompu-1"), (7, "rompu-7")], items.Where(item => item.Article is not null).Select(item => (item.Line, item.Article!.Id)));
        Assert.Equal(
            [(2, "invalid_json"), (4, "invalid_article"), (5, "invalid_article"), (6, "invalid_article")],
            items.Where(item => item.IsRejection).Select(item => (item.Line, item.Problem!.Code)));
    }

    [Fact]
    public async Task A_reader_passes_duplicates_on() =>
        Assert.Equal(["double-1", "double-2", "double-1", "double-2"], (await Read.CorpusAsync("duplicate-ids.jsonl")).Select(item => item.Article!.Id));
}
