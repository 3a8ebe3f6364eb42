using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using SearchService.Indexing;
using SearchService.Tests.Support;

namespace SearchService.Tests.Endpoints;

public sealed class RollbackRouteTests
{
    [Fact]
    public async Task A_rollback_is_a_job_like_a_rebuild()
    {
        await using var service = new TestService();
        var client = await service.StartAsync();
        await client.BulkAsync("""{"id":"r1","headline":"Le pont fermé"}""", """{"id":"r2","headline":"Le pont rouvert"}""");

        using var early = await client.PostAsync("/api/index/rollback", null);
        await early.CleanProblemAsync(HttpStatusCode.Conflict, "rollback_impossible");

        await JobAsync(client, "/api/index/rebuild");
        var rebuilt = (await client.JsonAsync("/api/index")).GetProperty("generation").GetString();
        using var deleted = await client.DeleteAsync("/api/articles/r1");
        Assert.Equal(HttpStatusCode.NoContent, deleted.StatusCode);
        await client.BulkAsync("""{"id":"r3","headline":"Le pont repeint"}""");

        var end = await JobAsync(client, "/api/index/rollback");

        Assert.Equal("succeeded", end.GetProperty("state").GetString());
        Assert.Equal(["opens", "count", "duplicates", "queries"], end.GetProperty("checks").EnumerateArray().Select(check => check.GetProperty("name").GetString()));
        Assert.NotEqual(rebuilt, (await client.JsonAsync("/api/index")).GetProperty("generation").GetString());
        Assert.Equal(["r2", "r3"], (await client.IdsAsync("pont")).Order());

        await JobAsync(client, "/api/index/rollback");
        Assert.Equal(rebuilt, (await client.JsonAsync("/api/index")).GetProperty("generation").GetString());
        Assert.Equal(["r2", "r3"], (await client.IdsAsync("pont")).Order());
    }

    [Fact]
    public async Task While_a_job_runs_a_rollback_is_refused()
    {
        await using var service = new TestService();
        var client = await service.StartAsync();
        string location;
        using (new HeldGate(service.Services.GetRequiredService<IndexFollower>()))
        {
            using var rebuild = await client.PostAsync("/api/index/rebuild", null);
            location = rebuild.Headers.Location!.ToString();
            using var rollback = await client.PostAsync("/api/index/rollback", null);

            await rollback.CleanProblemAsync(HttpStatusCode.Conflict, "rebuild_running");
            Assert.Equal(location, rollback.Headers.Location?.ToString());
        }

        await client.RebuildEndAsync(location);
    }

    [Fact]
    public async Task With_too_little_space_a_rebuild_fails_at_once_and_says_so()
    {
        var free = long.MaxValue;
        await using var service = new TestService(services => services.AddSingleton(new DiskSpace(_ => free)));
        var client = await service.StartAsync();
        free = 5 << 20;

        var end = await JobAsync(client, "/api/index/rebuild");

        Assert.Equal("failed", end.GetProperty("state").GetString());
        Assert.Matches("^L'espace disque ne suffit pas : la reconstruction demande [0-9]+ Mo, 5 Mo sont libres.", end.GetProperty("error").GetString());
        Assert.Equal(0, end.GetProperty("processed").GetInt64());
        Assert.Equal("ready", (await client.JsonAsync("/api/index")).GetProperty("state").GetString());
    }

    [Fact]
    public async Task A_failed_check_is_told_and_the_live_generation_stays()
    {
        var passes = true;
        await using var service = new TestService(services => services.AddSingleton<PublishingCheck>(
            (_, _, _, _) => new RebuildCheck("essai", passes, "Rien ne va.")));
        var client = await service.StartAsync();
        var before = (await client.JsonAsync("/api/index")).GetProperty("generation").GetString();
        passes = false;

        var end = await JobAsync(client, "/api/index/rebuild");

        Assert.Equal("failed", end.GetProperty("state").GetString());
        Assert.Equal("Le contrôle « essai » n'est pas passé ; la génération en place reste. Rien ne va.", end.GetProperty("error").GetString());
        var failed = Assert.Single(end.GetProperty("checks").EnumerateArray(), check => !check.GetProperty("passed").GetBoolean());
        Assert.Equal("essai", failed.GetProperty("name").GetString());
        Assert.Equal(before, (await client.JsonAsync("/api/index")).GetProperty("generation").GetString());
    }

    /// <summary>Rebuilds and rollbacks back to back, while some search without a pause and one writes and checks each write.</summary>
    [Fact]
    public async Task Searches_and_writes_notice_nothing_of_rebuilds_and_rollbacks()
    {
        const int Standing = 1500;
        await using var service = new TestService();
        var client = await service.StartAsync();
        await client.BulkAsync([.. Enumerable.Range(0, Standing).Select(i => $$"""{"id":"s{{i}}","headline":"Chronique permanente numéro {{i}}"}""")]);
        await JobAsync(client, "/api/index/rebuild");
        using var stop = new CancellationTokenSource();
        var generations = new ConcurrentDictionary<string, bool>();

        async Task<int> SearchAsync()
        {
            var searches = 0;
            for (; !stop.IsCancellationRequested; searches++)
            {
                var found = await client.SearchAsync("permanente", "&size=1");
                Assert.Equal(Standing, found.GetProperty("total").GetInt32());
                generations[found.GetProperty("generation").GetString()!] = true;
            }

            return searches;
        }

        async Task<int> WriteAsync()
        {
            var written = 0;
            for (; !stop.IsCancellationRequested; written++)
            {
                using var put = await client.PutArticleAsync($"w{written}", $$"""{"headline":"Passager numéro {{written}}"}""");
                Assert.Equal(HttpStatusCode.Created, put.StatusCode);
                Assert.Contains($"w{written}", await client.IdsAsync("passager", "&size=100&sort=newest"));
                using var gone = await client.DeleteAsync($"/api/articles/w{written}");
                Assert.Equal(HttpStatusCode.NoContent, gone.StatusCode);
                Assert.DoesNotContain($"w{written}", await client.IdsAsync("passager", "&size=100&sort=newest"));
            }

            return written;
        }

        var work = new[] { SearchAsync(), SearchAsync(), WriteAsync() };
        for (var i = 0; i < RunSize.Of("REBUILD_ROUNDS", 3); i++)
        {
            Assert.Equal("succeeded", (await JobAsync(client, "/api/index/rebuild")).GetProperty("state").GetString());
            Assert.Equal("succeeded", (await JobAsync(client, "/api/index/rollback")).GetProperty("state").GetString());
        }

        await stop.CancelAsync();
        Assert.All(await Task.WhenAll(work), count => Assert.True(count > 0));
        Assert.True(generations.Count > 1);
    }

    private static async Task<JsonElement> JobAsync(HttpClient client, string route)
    {
        using var started = await client.PostAsync(route, null);
        Assert.True(started.StatusCode == HttpStatusCode.Accepted, await started.Content.ReadAsStringAsync());
        Assert.Equal("/api/index/rebuilds/" + (await started.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString(), started.Headers.Location?.ToString());
        return await client.RebuildEndAsync(started.Headers.Location!.ToString());
    }
}
