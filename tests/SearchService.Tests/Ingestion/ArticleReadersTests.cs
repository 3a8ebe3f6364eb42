using System.Text;
using SearchService.Ingestion;
using SearchService.Ingestion.Readers;

namespace SearchService.Tests.Ingestion;

/// <summary>The reader of a file: by its content, then by its name.</summary>
public sealed class ArticleReadersTests
{
    [Theory]
    [InlineData("{\"id\":\"a\"}", "page.txt", typeof(JsonLinesReader))]
    [InlineData("\n \r\n  {\"id\":\"a\"}", "sans-nom", typeof(JsonLinesReader))]
    [InlineData("{pas du JSON", "a.dat", typeof(JsonLinesReader))]
    [InlineData("-\nTitre", "depeches.jsonl", typeof(NewsPageReader))]
    [InlineData("\r\n - \r\nTitre", "page", typeof(NewsPageReader))]
    [InlineData("\uFEFF-\nTitre", "page", typeof(NewsPageReader))]
    [InlineData("\uFEFF{}", "page", typeof(JsonLinesReader))]
    [InlineData("Titre seul\nTexte", "page.txt", typeof(NewsPageReader))]
    [InlineData("Titre seul\nTexte", "PAGE.TXT", typeof(NewsPageReader))]
    [InlineData("[1]", "a.ndjson", typeof(JsonLinesReader))]
    [InlineData("[1]", "a.JsonL", typeof(JsonLinesReader))]
    [InlineData("", "a.jsonl", typeof(JsonLinesReader))]
    [InlineData("- Intertitre -", "page", null)]
    [InlineData("Titre seul", "page", null)]
    [InlineData("<rss/>", "flux.xml", null)]
    [InlineData("", "vide", null)]
    public async Task A_reader_is_chosen_by_content_then_by_extension(string content, string name, Type? reader) =>
        Assert.Equal(reader, await ChosenAsync(Encoding.UTF8.GetBytes(content), name));

    [Fact]
    public async Task UTF_16_is_looked_through_too()
    {
        Assert.Equal(typeof(JsonLinesReader), await ChosenAsync([0xFF, 0xFE, .. Encoding.Unicode.GetBytes("{\"id\"")], "a.txt"));
        Assert.Equal(typeof(NewsPageReader), await ChosenAsync([0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes("-\nÉté")], "a"));
    }

    [Fact]
    public async Task A_first_line_longer_than_what_is_looked_at_is_recognized_by_its_start() =>
        Assert.Equal(typeof(JsonLinesReader), await ChosenAsync(Encoding.UTF8.GetBytes("{" + new string('é', 9000)), "a.txt"));

    [Fact]
    public async Task The_file_is_left_at_its_start()
    {
        using var content = new MemoryStream(Encoding.UTF8.GetBytes("{\"id\":\"a\"}\n"));

        await ArticleReaders.ChooseAsync(content, "a", TestContext.Current.CancellationToken);

        Assert.Equal(0, content.Position);
    }

    private static async Task<Type?> ChosenAsync(byte[] bytes, string name)
    {
        using var content = new MemoryStream(bytes);
        return (await ArticleReaders.ChooseAsync(content, name, CancellationToken.None))?.GetType();
    }
}
