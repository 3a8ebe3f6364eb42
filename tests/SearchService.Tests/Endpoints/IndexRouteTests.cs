using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using SearchService.Indexing;
using SearchService.Tests.Support;

namespace SearchService.Tests.Endpoints;

public sealed class IndexRouteTests(NewsService news) : IClassFixture<NewsService>
{
    private HttpClient Client => news.Client;

    [Fact]
    public async Task The_state_of_the_index_has_every_field()
    {
        var status = await Client.JsonAsync("/api/index");

        Assert.Equal(
            ["generation", "documents", "sizeBytes", "sequence", "pending", "builtAt", "analyzer", "schema", "state"], status.Names());
        Assert.Matches("^[0-9]{6}$", status.GetProperty("generation").GetString());
        Assert.Equal(NewsService.Lines.Length, status.GetProperty("documents").GetInt32());
        Assert.True(status.GetProperty("sizeBytes").GetInt64() > 0);
        Assert.True(status.GetProperty("sequence").GetInt64() >= NewsService.Lines.Length);
        Assert.Equal(0, status.GetProperty("pending").GetInt32());
        Assert.True(status.GetProperty("builtAt").GetDateTimeOffset() > Make.Date("2025-01-01T00:00:00Z"));
        Assert.NotEqual("", status.GetProperty("analyzer").GetString());
        Assert.NotEqual("", status.GetProperty("schema").GetString());
        Assert.Contains(status.GetProperty("state").GetString(), new[] { "ready", "rebuilding" });
    }

    [Fact]
    public async Task A_rebuild_is_accepted_followed_to_its_end_and_raises_the_generation()
    {
        var before = await Client.JsonAsync("/api/index");
        var (location, job) = await StartAsync();

        Assert.Equal(["id", "state", "processed", "total", "percent", "etaSeconds", "rejected", "checks", "error"], job.Names());
        Assert.Equal("/api/index/rebuilds/" + job.GetProperty("id").GetString(), location);
        var end = await Client.RebuildEndAsync(location);

        Assert.Equal("succeeded", end.GetProperty("state").GetString());
        Assert.Equal(100, end.GetProperty("percent").GetDouble());
        Assert.Equal(end.GetProperty("total").GetInt64(), end.GetProperty("processed").GetInt64());
        Assert.Equal(0, end.GetProperty("rejected").GetInt32());
        Assert.Equal(JsonValueKind.Null, end.GetProperty("error").ValueKind);
        Assert.All(end.GetProperty("checks").EnumerateArray(), check => Assert.True(check.GetProperty("passed").GetBoolean()));
        Assert.Equal(["opens", "count", "duplicates", "queries"], end.GetProperty("checks").EnumerateArray().Select(check => check.GetProperty("name").GetString()));

        var after = await Client.JsonAsync("/api/index");
        Assert.True(string.CompareOrdinal(after.GetProperty("generation").GetString(), before.GetProperty("generation").GetString()) > 0);
        Assert.Equal(before.GetProperty("documents").GetInt64(), after.GetProperty("documents").GetInt64());
        Assert.Equal(after.GetProperty("generation").GetString(), (await Client.SearchAsync("")).GetProperty("generation").GetString());
    }

    [Fact]
    public async Task While_a_rebuild_runs_another_is_refused_and_searches_are_answered()
    {
        string location;
        using (new HeldGate(news.Service.Services.GetRequiredService<IndexFollower>()))
        {
            (location, var job) = await StartAsync();
            using var second = await Client.PostAsync("/api/index/rebuild", null);

            var problem = await second.CleanProblemAsync(HttpStatusCode.Conflict, "rebuild_running");
            Assert.Equal(location, second.Headers.Location?.ToString());
            Assert.Equal(job.GetProperty("id").GetString(), problem.GetProperty("rebuild").GetString());
            Assert.Equal("rebuilding", (await Client.JsonAsync("/api/index")).GetProperty("state").GetString());
            Assert.Equal(NewsService.Lines.Length, (await Client.SearchAsync("")).GetProperty("total").GetInt32());
        }

        Assert.Equal("succeeded", (await Client.RebuildEndAsync(location)).GetProperty("state").GetString());
    }

    [Fact]
    public async Task A_rebuild_that_ended_is_not_canceled_any_more()
    {
        var (location, _) = await StartAsync();
        await Client.RebuildEndAsync(location);

        using var answer = await Client.DeleteAsync(location);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("succeeded", (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("state").GetString());
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("DELETE")]
    public async Task An_unknown_rebuild_is_not_found(string method)
    {
        using var answer = await Client.CallAsync(new HttpMethod(method), "/api/index/rebuilds/20250101T000000-99");
        await answer.CleanProblemAsync(HttpStatusCode.NotFound, "not_found");
    }

    [Fact]
    public async Task A_canceled_rebuild_changes_nothing()
    {
        await using var service = new TestService();
        var client = await service.StartAsync();
        await client.BulkAsync([.. Enumerable.Range(0, 20_000).Select(i => $$"""{"id":"m{{i}}","headline":"Dépêche numéro {{i}} du fil régional"}""")]);
        var before = (await client.JsonAsync("/api/index")).GetProperty("generation").GetString();

        using var started = await client.PostAsync("/api/index/rebuild", null);
        var location = started.Headers.Location!.ToString();
        using var canceled = await client.DeleteAsync(location);
        var end = await client.RebuildEndAsync(location);

        Assert.Equal(HttpStatusCode.Accepted, canceled.StatusCode);
        Assert.Equal("canceled", end.GetProperty("state").GetString());
        Assert.Equal(before, (await client.JsonAsync("/api/index")).GetProperty("generation").GetString());
        Assert.Equal(20_000, (await client.SearchAsync("dépêche", "&size=0")).GetProperty("total").GetInt32());
    }

    private async Task<(string Location, JsonElement Job)> StartAsync()
    {
        using var answer = await Client.PostAsync("/api/index/rebuild", null);
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        return (answer.Headers.Location!.ToString(), await answer.Content.ReadFromJsonAsync<JsonElement>());
    }
}
