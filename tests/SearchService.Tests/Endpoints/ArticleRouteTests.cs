using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using SearchService.Tests.Support;

namespace SearchService.Tests.Endpoints;

public sealed class ArticleRouteTests(NewsService news) : IClassFixture<NewsService>
{
    private HttpClient Client => news.Client;

    [Fact]
    public async Task An_article_is_told_with_every_field()
    {
        var article = await Client.JsonAsync("/api/articles/n1");

        Assert.Equal(
            ["id", "headline", "paragraphs", "topics", "story", "derived", "source", "byline", "url", "publishedAt", "version", "status", "embargoUntil"],
            article.Names());
        Assert.Equal(1, article.GetProperty("version").GetInt64());
        Assert.Equal("usable", article.GetProperty("status").GetString());
        Assert.Equal(JsonValueKind.Null, article.GetProperty("embargoUntil").ValueKind);
        Assert.Equal(["text", "heading"], article.GetProperty("paragraphs")[0].Names());
        Assert.Equal(["text"], article.GetProperty("paragraphs")[1].Names());
    }

    [Fact]
    public async Task An_unchanged_article_is_not_sent_again()
    {
        using var first = await Client.GetAsync("/api/articles/n2");
        Assert.Equal("\"1\"", first.Headers.ETag?.ToString());

        using var second = await Client.CallAsync(HttpMethod.Get, "/api/articles/n2", ("If-None-Match", "\"1\""));
        using var other = await Client.CallAsync(HttpMethod.Get, "/api/articles/n2", ("If-None-Match", "\"7\""));
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
    }

    [Fact]
    public async Task A_new_article_is_created_and_a_known_one_replaced()
    {
        using var created = await Client.PutArticleAsync("put-1", """{"headline":"Premier titre du zèbre"}""");
        using var replaced = await Client.PutArticleAsync("put-1", """{"id":"put-1","headline":"Second titre du zèbre"}""");

        Assert.Equal(HttpStatusCode.Created, created.StatusCode);
        Assert.Equal("/api/articles/put-1", created.Headers.Location?.ToString());
        Assert.Equal(HttpStatusCode.OK, replaced.StatusCode);
        var first = await created.Content.ReadFromJsonAsync<JsonElement>();
        var second = await replaced.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(["id", "version", "sequence"], first.Names());
        Assert.Equal((1, 2), (first.GetProperty("version").GetInt64(), second.GetProperty("version").GetInt64()));
        Assert.True(second.GetProperty("sequence").GetInt64() > first.GetProperty("sequence").GetInt64());
        Assert.Equal(["Second titre du zèbre"], await Client.HeadlinesAsync("zèbre"));
    }

    [Fact]
    public async Task The_same_article_again_changes_nothing()
    {
        const string Json = """{"headline":"Toujours le même gnou"}""";
        using var first = await Client.PutArticleAsync("same-1", Json);
        using var second = await Client.PutArticleAsync("same-1", Json);

        Assert.Equal(HttpStatusCode.OK, second.StatusCode);
        Assert.Equal(await first.Content.ReadAsStringAsync(), await second.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_lower_version_is_refused_and_an_equal_one_replaces()
    {
        using var third = await Client.PutArticleAsync("version-1", """{"headline":"Version trois du tapir","version":3}""");
        using var second = await Client.PutArticleAsync("version-1", """{"headline":"Version deux du tapir","version":2}""");
        using var again = await Client.PutArticleAsync("version-1", """{"headline":"Encore la trois du tapir","version":3}""");

        await second.CleanProblemAsync(HttpStatusCode.Conflict, "version_conflict");
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        Assert.Equal(["Encore la trois du tapir"], await Client.HeadlinesAsync("tapir"));
        Assert.Equal(3, (await Client.JsonAsync("/api/articles/version-1")).GetProperty("version").GetInt64());
    }

    [Theory]
    [InlineData("bad-1", """{"id":"autre","headline":"Titre"}""", "invalid_article")]
    [InlineData("bad-1", """{"paragraphs":["Sans titre"]}""", "invalid_article")]
    [InlineData("bad-1", """{"headline":"  "}""", "invalid_article")]
    [InlineData("bad-1", """{"headline":"Titre","version":0}""", "invalid_article")]
    [InlineData("bad-1", """{"headline":"Titre","status":"perdu"}""", "invalid_article")]
    [InlineData("bad-1", """{"headline":"Titre","publishedAt":"hier"}""", "invalid_article")]
    [InlineData("bad-1", """["Titre"]""", "invalid_article")]
    [InlineData("bad-1", """{"headline":"Titre\uD800"}""", "invalid_article")]
    [InlineData("bad-1", """{"headline":""", "invalid_json")]
    [InlineData("bad-1", "", "invalid_json")]
    [InlineData("bad%20id", """{"headline":"Titre"}""", "invalid_article")]
    [InlineData("%C3%A9t%C3%A9", """{"headline":"Titre"}""", "invalid_article")]
    public async Task What_is_no_article_is_refused(string id, string json, string code)
    {
        using var answer = await Client.PutArticleAsync(id, json);
        await answer.CleanProblemAsync(HttpStatusCode.BadRequest, code);
        using var after = await Client.GetAsync("/api/articles/bad-1");
        Assert.Equal(HttpStatusCode.NotFound, after.StatusCode);
    }

    [Fact]
    public async Task An_identifier_longer_than_200_characters_is_refused()
    {
        using var longest = await Client.PutArticleAsync(new string('z', 200), """{"headline":"Long"}""");
        using var tooLong = await Client.PutArticleAsync(new string('z', 201), """{"headline":"Trop long"}""");

        Assert.Equal(HttpStatusCode.Created, longest.StatusCode);
        await tooLong.CleanProblemAsync(HttpStatusCode.BadRequest, "invalid_article");
    }

    [Fact]
    public async Task A_body_that_is_not_JSON_by_its_type_is_refused()
    {
        using var body = new StringContent("<article/>", Encoding.UTF8, MediaTypeHeaderValue.Parse("application/xml"));
        using var answer = await Client.PutAsync("/api/articles/xml-1", body);
        await answer.CleanProblemAsync(HttpStatusCode.UnsupportedMediaType, "unsupported_media_type");
    }

    [Theory]
    [InlineData("PUT", "/api/articles/n1?refresh=rubbish")]
    [InlineData("DELETE", "/api/articles/n1?refresh=1")]
    [InlineData("POST", "/api/articles?refresh=oui")]
    public async Task Refresh_is_true_or_false(string method, string path)
    {
        using var answer = await Client.CallAsync(new HttpMethod(method), path);

        var problem = await answer.CleanProblemAsync(HttpStatusCode.BadRequest, "invalid_parameter");
        Assert.Equal("refresh", problem.GetProperty("parameter").GetString());
        Assert.Equal("La mairie de Nantes rénove ses écoles", (await Client.JsonAsync("/api/articles/n1")).GetProperty("headline").GetString());
    }

    [Fact]
    public async Task A_deleted_article_is_gone_and_its_version_forgotten()
    {
        using var put = await Client.PutArticleAsync("delete-1", """{"headline":"Bientôt parti, l'okapi","version":9}""");
        using var deleted = await Client.DeleteAsync("/api/articles/delete-1");

        Assert.Equal(HttpStatusCode.NoContent, deleted.StatusCode);
        Assert.Empty(await Client.IdsAsync("okapi"));
        using var get = await Client.GetAsync("/api/articles/delete-1");
        await get.CleanProblemAsync(HttpStatusCode.NotFound, "not_found");
        using var twice = await Client.DeleteAsync("/api/articles/delete-1");
        await twice.CleanProblemAsync(HttpStatusCode.NotFound, "not_found");

        using var back = await Client.PutArticleAsync("delete-1", """{"headline":"Revenu, l'okapi"}""");
        Assert.Equal(HttpStatusCode.Created, back.StatusCode);
        Assert.Equal(1, (await back.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("version").GetInt64());
    }

    [Fact]
    public async Task A_write_without_refresh_is_searchable_soon()
    {
        using var body = new StringContent("""{"headline":"Sans attendre le wapiti"}""", Encoding.UTF8, "application/json");
        using var answer = await Client.PutAsync("/api/articles/soon-1", body);

        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        Assert.Equal(["soon-1"], await Answers.UntilAsync(() => Client.IdsAsync("wapiti"), ids => ids.Length > 0));
    }

    [Fact]
    public async Task What_was_read_can_be_sent_back_and_stays_derived()
    {
        var read = await Client.JsonAsync("/api/articles/n3");
        Assert.Equal("Canicule", read.GetProperty("story").GetString());
        Assert.Equal(["story"], read.GetProperty("derived").EnumerateArray().Select(field => field.GetString()));

        using var sent = await Client.PutArticleAsync("n3", read.GetRawText());

        Assert.Equal(HttpStatusCode.OK, sent.StatusCode);
        Assert.Equal(read.GetRawText(), (await Client.JsonAsync("/api/articles/n3")).GetRawText());
    }

    [Fact]
    public async Task An_article_over_the_limit_is_too_large()
    {
        await using var service = new TestService(("Ingestion:MaxLineBytes", "2048"));
        var client = await service.StartAsync();

        using var fits = await client.PutArticleAsync("a", $$"""{"headline":"{{new string('é', 900)}}"}""");
        using var answer = await client.PutArticleAsync("b", $$"""{"headline":"{{new string('é', 1100)}}"}""");
        Assert.Equal(HttpStatusCode.Created, fits.StatusCode);
        await answer.CleanProblemAsync(HttpStatusCode.RequestEntityTooLarge, "too_large");
    }
}
