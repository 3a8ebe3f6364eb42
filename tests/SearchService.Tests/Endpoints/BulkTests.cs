using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using SearchService.Tests.Support;

namespace SearchService.Tests.Endpoints;

public sealed class BulkTests : IAsyncLifetime
{
    private readonly TestService _service = new(("Ingestion:MaxLineBytes", "2048"));
    private HttpClient? _client;

    private HttpClient Client => _client!;

    public async ValueTask InitializeAsync() => _client = await _service.StartAsync();

    public ValueTask DisposeAsync() => _service.DisposeAsync();

    [Fact]
    public async Task Bad_lines_are_named_and_never_stop_the_rest()
    {
        using var before = await Client.PutArticleAsync("b5", """{"headline":"Déjà en version quatre","version":4}""");

        var answer = await Client.BulkAsync(
            """{"id":"b1","headline":"Premier"}""",
            """{"id":"b2","headline":""",
            "",
            """{"id":"b3"}""",
            $$"""{"id":"b4","headline":"{{new string('x', 3000)}}"}""",
            """{"id":"b5","headline":"Trop vieux","version":3}""",
            """{"headline":"Sans identifiant"}""",
            """{"id":"b6","headline":"Dernier","inconnu":1}""");

        Assert.Equal(["accepted", "rejected", "errors"], answer.Names());
        Assert.Equal((2, 5), (answer.GetProperty("accepted").GetInt32(), answer.GetProperty("rejected").GetInt32()));
        Assert.Equal(
            ["2  invalid_json", "4 b3 invalid_article", "5  too_large", "6 b5 version_conflict", "7  invalid_article"],
            answer.GetProperty("errors").EnumerateArray().Select(e => $"{e.GetProperty("line")} {e.GetProperty("id").GetString()} {e.GetProperty("code")}"));
        Assert.All(answer.GetProperty("errors").EnumerateArray(), error =>
        {
            Assert.Equal(["line", "id", "code", "message"], error.Names());
            Assert.False(string.IsNullOrWhiteSpace(error.GetProperty("message").GetString()));
        });
        Assert.Equal(["b1", "b5", "b6"], (await Client.IdsAsync("")).Order());
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/json")]
    [InlineData(null)]
    public async Task Another_type_of_content_is_refused(string? type)
    {
        using var body = new ByteArrayContent("""{"id":"c1","headline":"Un"}"""u8.ToArray());
        body.Headers.ContentType = type is null ? null : MediaTypeHeaderValue.Parse(type);
        using var answer = await Client.PostAsync("/api/articles", body);

        await answer.CleanProblemAsync(HttpStatusCode.UnsupportedMediaType, "unsupported_media_type");
        Assert.Empty(await Client.IdsAsync(""));
    }

    [Fact]
    public async Task A_type_with_a_charset_and_an_unended_last_line_are_taken()
    {
        var answer = await SendAsync(Encoding.UTF8.GetBytes("{\"id\":\"d1\",\"headline\":\"Un\"}\r\n\r\n{\"id\":\"d2\",\"headline\":\"Deux\"}"), "application/x-ndjson; charset=utf-8");

        Assert.Equal(2, answer.GetProperty("accepted").GetInt32());
        Assert.Equal(["d1", "d2"], (await Client.IdsAsync("")).Order());
    }

    [Fact]
    public async Task An_empty_body_is_an_empty_answer()
    {
        var answer = await SendAsync([]);
        Assert.Equal("""{"accepted":0,"rejected":0,"errors":[]}""", answer.GetRawText());
    }

    [Fact]
    public async Task A_line_that_is_not_UTF_8_is_read_as_Windows_1252()
    {
        byte[] body =
        [
            .. Encoding.UTF8.GetBytes("{\"id\":\"w1\",\"headline\":\"Été à Orléans\"}\n"),
            .. Encoding.Latin1.GetBytes("{\"id\":\"w2\",\"headline\":\"Forêt près d'Épernay\"}\n"),
            .. Encoding.UTF8.GetBytes("{\"id\":\"w3\",\"headline\":\"Noël à Sète\"}\n"),
        ];

        var answer = await SendAsync(body);

        Assert.Equal((3, 0), (answer.GetProperty("accepted").GetInt32(), answer.GetProperty("rejected").GetInt32()));
        Assert.Equal(["Forêt près d'Épernay"], await Client.HeadlinesAsync("forêt"));
        Assert.Equal(["Noël à Sète"], await Client.HeadlinesAsync("noël"));
    }

    [Fact]
    public async Task The_last_of_two_lines_with_one_id_holds()
    {
        var answer = await Client.BulkAsync(
            """{"id":"t1","headline":"Avant"}""", """{"id":"t1","headline":"Après"}""", """{"id":"t1","headline":"Jadis","version":1}""");

        Assert.Equal((2, 1), (answer.GetProperty("accepted").GetInt32(), answer.GetProperty("rejected").GetInt32()));
        Assert.Equal(["Après"], await Client.HeadlinesAsync(""));
    }

    [Fact]
    public async Task An_answer_of_the_service_can_be_sent_back_with_its_derived_fields()
    {
        await Client.BulkAsync("""{"id":"r1","headline":"Marée noire: les plages fermées"}""");
        var read = await Client.JsonAsync("/api/articles/r1");
        Assert.Contains("story", read.GetProperty("derived").EnumerateArray().Select(field => field.GetString()));

        await Client.BulkAsync(read.GetRawText());

        Assert.Equal(read.GetRawText(), (await Client.JsonAsync("/api/articles/r1")).GetRawText());
    }

    [Fact]
    public async Task Many_lines_are_taken_in_one_request()
    {
        var lines = Enumerable.Range(0, 3000).Select(i => i % 1000 == 999 ? "{}" : $$"""{"id":"m{{i}}","headline":"Dépêche numéro {{i}}"}""");

        var answer = await Client.BulkAsync([.. lines]);

        Assert.Equal((2997, 3), (answer.GetProperty("accepted").GetInt32(), answer.GetProperty("rejected").GetInt32()));
        Assert.Equal([1000, 2000, 3000], answer.GetProperty("errors").EnumerateArray().Select(e => e.GetProperty("line").GetInt32()));
        Assert.Equal(2997, (await Client.SearchAsync("dépêche", "&size=0")).GetProperty("total").GetInt32());
    }

    private async Task<JsonElement> SendAsync(byte[] bytes, string type = "application/x-ndjson")
    {
        using var body = new ByteArrayContent(bytes);
        body.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        using var answer = await Client.PostAsync("/api/articles?refresh=true", body);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }
}
