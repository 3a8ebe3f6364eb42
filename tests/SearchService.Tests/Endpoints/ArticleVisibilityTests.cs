using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using SearchService.Tests.Support;

namespace SearchService.Tests.Endpoints;

public sealed class ArticleVisibilityTests(NewsService news) : IClassFixture<NewsService>
{
    [Theory]
    [InlineData("canceled", "lynx")]
    [InlineData("withheld", "vison")]
    public async Task A_withdrawn_article_is_gone_when_the_PUT_answers_and_comes_back_with_a_higher_version(string status, string word)
    {
        var client = news.Client;
        var id = "hidden-" + status;
        using var shown = await client.PutArticleAsync(id, $$"""{"headline":"Un {{word}} en ville","version":1}""");
        Assert.Equal([id], await client.IdsAsync(word));

        using var body = new StringContent($$"""{"headline":"Un {{word}} en ville","version":2,"status":"{{status}}"}""", Encoding.UTF8, "application/json");
        using var hidden = await client.PutAsync("/api/articles/" + id, body); // no refresh=true: it is gone all the same

        Assert.Equal(HttpStatusCode.OK, hidden.StatusCode);
        Assert.Empty(await client.IdsAsync(word));
        using var get = await client.GetAsync("/api/articles/" + id);
        await get.CleanProblemAsync(HttpStatusCode.NotFound, "not_found");

        using var old = await client.PutArticleAsync(id, $$"""{"headline":"Un {{word}} en ville","version":1}""");
        await old.CleanProblemAsync(HttpStatusCode.Conflict, "version_conflict");
        Assert.Empty(await client.IdsAsync(word));

        using var back = await client.PutArticleAsync(id, $$"""{"headline":"Un {{word}} au zoo","version":3,"status":"usable"}""");
        Assert.Equal(HttpStatusCode.OK, back.StatusCode);
        Assert.Equal([id], await client.IdsAsync(word));
        Assert.Equal("usable", (await client.JsonAsync("/api/articles/" + id)).GetProperty("status").GetString());
    }

    [Theory]
    [InlineData("bulk-1", "castor", "\"status\":\"canceled\"")]
    [InlineData("bulk-2", "blaireau", "\"embargoUntil\":\"2999-01-01T00:00:00Z\"")]
    public async Task A_bulk_line_that_hides_an_article_is_answered_once_searches_no_longer_show_it(string id, string word, string hiding)
    {
        await news.Client.BulkAsync($$"""{"id":"{{id}}","headline":"Un {{word}} en ville"}""");
        Assert.Equal([id], await news.Client.IdsAsync(word));

        using var body = new StringContent(
            $$"""{"id":"{{id}}","headline":"Un {{word}} en ville",{{hiding}}}""", Encoding.UTF8, "application/x-ndjson");
        using var answer = await news.Client.PostAsync("/api/articles", body);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Empty(await news.Client.IdsAsync(word));
    }

    [Fact]
    public async Task An_article_under_embargo_is_hidden_until_its_moment()
    {
        var clock = new FakeTimeProvider(Make.Date("2025-06-01T08:00:00Z"));
        await using var service = new TestService(services => services.AddSingleton<TimeProvider>(clock));
        var client = await service.StartAsync();

        using var put = await client.PutArticleAsync("e1", """{"headline":"Le palmarès du festival","embargoUntil":"2025-06-01T12:00:00+02:00"}""");
        Assert.Equal(HttpStatusCode.Created, put.StatusCode);
        Assert.Empty(await client.IdsAsync("palmarès"));
        using var early = await client.GetAsync("/api/articles/e1");
        await early.CleanProblemAsync(HttpStatusCode.NotFound, "not_found");

        clock.Advance(TimeSpan.FromHours(2));

        Assert.Equal(["e1"], await Answers.UntilAsync(() => client.IdsAsync("palmarès"), ids => ids.Length > 0));
        Assert.Equal("e1", (await client.JsonAsync("/api/articles/e1")).GetProperty("id").GetString());
    }

    [Fact]
    public async Task An_embargo_that_is_over_hides_nothing()
    {
        using var put = await news.Client.PutArticleAsync("e2", """{"headline":"Une gazelle libre","embargoUntil":"2020-01-01T00:00:00Z"}""");
        Assert.Equal(["e2"], await news.Client.IdsAsync("gazelle"));
    }
}
