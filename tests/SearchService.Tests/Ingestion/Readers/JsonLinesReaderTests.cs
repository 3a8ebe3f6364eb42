using System.Text;
using SearchService.Articles;
using SearchService.Ingestion;
using SearchService.Ingestion.Readers;
using SearchService.Tests.Support;

namespace SearchService.Tests.Ingestion.Readers;

/// <summary>JSON Lines: a bad line never stops the rest.</summary>
public sealed class JsonLinesReaderTests
{
    private static readonly JsonLinesReader Reader = new();

    [Fact]
    public async Task An_article_a_line_and_blank_lines_between_them()
    {
        var items = await Read.ItemsAsync(Reader, "\n{\"id\":\"a\",\"headline\":\"A\",\"x\":1}\r\n \t\r\n\n{\"id\":\"b\",\"headline\":\"B\"}");

        Assert.Equal(["a", "b"], items.Select(item => item.Article!.Id));
        Assert.Equal([2, 5], items.Select(item => item.Line));
        Assert.Equal([1, 0], items.Select(item => item.UnknownFields));
        Assert.All(items, item => Assert.Null(item.Problem));
    }

    [Fact]
    public async Task A_bad_line_is_told_with_its_number_and_the_rest_is_read()
    {
        var items = await Read.ItemsAsync(Reader, "{\n{\"id\":\"b\"}\n{\"id\":\"c\",\"headline\":\"C\"}\n[]\n");

        Assert.Equal([1, 2, 3, 4], items.Select(item => item.Line));
        Assert.Equal(
            [ArticleError.InvalidJson, ArticleError.InvalidArticle, null, ArticleError.InvalidArticle], items.Select(item => item.Problem?.Code));
        Assert.Equal([true, true, false, true], items.Select(item => item.IsRejection));
        Assert.Equal("b", items[1].Problem!.ArticleId);
        Assert.Equal("c", items[2].Article!.Id);
    }

    [Fact]
    public async Task A_line_over_the_limit_is_refused_and_the_rest_is_read()
    {
        var items = await Read.ItemsAsync(
            Reader, $$"""{"id":"a","headline":"{{new string('x', 2000)}}"}""" + "\n{\"id\":\"b\",\"headline\":\"B\"}\n", maxLineBytes: 1024);

        Assert.Equal(ArticleError.TooLarge, items[0].Problem!.Code);
        Assert.Equal("La ligne dépasse 1024 octets (Ingestion:MaxLineBytes).", items[0].Problem!.Message);
        Assert.Equal("b", items[1].Article!.Id);
    }

    [Fact]
    public async Task Windows_1252_is_told_once_and_loses_nothing()
    {
        var items = await Read.ItemsAsync(Reader, Old("""{"id":"a","headline":"été"}""", """{"id":"b","headline":"cœur"}"""));

        Assert.Equal(["été", "cœur"], items.Select(item => item.Article!.Headline));
        Assert.Equal([ArticleError.Converted, null], items.Select(item => item.Problem?.Code));
        Assert.DoesNotContain(items, item => item.IsRejection);
    }

    [Fact]
    public async Task Windows_1252_is_told_also_when_its_first_line_is_broken()
    {
        var items = await Read.ItemsAsync(Reader, Old("""{"id":"a","headline":"été" """, """{"id":"b","headline":"cœur"}"""));

        Assert.Equal([ArticleError.InvalidJson, ArticleError.Converted], items.Select(item => item.Problem?.Code));
    }

    [Fact]
    public async Task The_articles_before_a_fault_of_the_stream_are_told()
    {
        using var stream = new ChunkStream("{\"id\":\"a\",\"headline\":\"A\"}\n{\"id\":"u8.ToArray(), chunk: 7, fails: true);
        var read = new List<string>();

        await Assert.ThrowsAsync<IOException>(async () =>
        {
            await foreach (var item in Reader.ReadAsync(stream, new IngestionOptions(), TestContext.Current.CancellationToken))
            {
                read.Add(item.Article!.Id);
            }
        });

        Assert.Equal(["a"], read);
    }

    private static byte[] Old(params string[] lines) => CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(string.Join('\n', lines));
}
