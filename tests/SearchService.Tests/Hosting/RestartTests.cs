using System.Net;
using Microsoft.Extensions.DependencyInjection;
using SearchService.Hosting;
using SearchService.Tests.Support;

namespace SearchService.Tests.Hosting;

/// <summary>The service started again and again over the same folders.</summary>
public sealed class RestartTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public RestartTests() => _folder.Write(
        "corpus/juin.jsonl",
        """
        {"id":"a","headline":"Le phare de Ploumanac'h rallumé"}
        {"id":"b","headline":"Le marché couvert rouvre à Vannes"}
        """);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_start_with_an_up_to_date_index_builds_nothing()
    {
        var first = await RunAsync(client => client.JsonAsync("/api/index"));
        var folders = Folders();

        var second = await RunAsync(client => client.JsonAsync("/api/index"));

        Assert.Equal("000001", first.GetProperty("generation").GetString());
        foreach (var name in new[] { "generation", "builtAt", "documents", "sequence", "analyzer", "schema" })
        {
            Assert.Equal(first.GetProperty(name).ToString(), second.GetProperty(name).ToString());
        }

        Assert.Equal(2, second.GetProperty("documents").GetInt32());
        Assert.Equal(folders, Folders());
    }

    [Fact]
    public async Task What_was_written_before_a_stop_is_found_after_the_next_start()
    {
        await RunAsync(async client =>
        {
            await client.BulkAsync("""{"id":"c","headline":"Une baleine au large de Groix"}""", """{"id":"a","headline":"Le phare éteint"}""");
            using var deleted = await client.DeleteAsync("/api/articles/b?refresh=true");
            Assert.Equal(HttpStatusCode.NoContent, deleted.StatusCode);
            return await client.JsonAsync("/api/index");
        });

        var found = await RunAsync(client => client.IdsAsync(""));

        Assert.Equal(["a", "c"], found.Order());
    }

    [Fact]
    public async Task A_service_whose_index_was_lost_builds_it_from_the_store()
    {
        await RunAsync(client => client.BulkAsync("""{"id":"c","headline":"Une baleine au large de Groix"}"""));
        Directory.Delete(_folder.File("index/generations"), recursive: true);

        Assert.Equal(["c"], await RunAsync(client => client.IdsAsync("baleine")));
    }

    [Fact]
    public async Task A_service_whose_index_is_damaged_builds_another_from_the_store()
    {
        await RunAsync(client => client.BulkAsync("""{"id":"c","headline":"Une baleine au large de Groix"}"""));
        foreach (var file in Directory.EnumerateFiles(_folder.File("index/generations/000001"), "segments_*"))
        {
            await File.WriteAllTextAsync(file, "plus rien", TestContext.Current.CancellationToken);
        }

        var status = await RunAsync(client => client.JsonAsync("/api/index"));

        Assert.Equal(("000002", 3), (status.GetProperty("generation").GetString(), status.GetProperty("documents").GetInt32()));
    }

    [Fact]
    public async Task Before_the_first_index_is_there_the_service_says_how_far_it_is()
    {
        // Without the one who runs rebuilds, the first build never comes to its end.
        await using var service = new TestService(
            services => services.Remove(services.Single(part => part.ImplementationType == typeof(RebuildService))),
            ("Corpus:Path", _folder.File("corpus")));
        using var client = service.CreateClient();

        using var ready = await client.GetAsync("/health/ready", TestContext.Current.CancellationToken);
        var problem = await ready.ProblemAsync(HttpStatusCode.ServiceUnavailable, "index_not_ready");
        Assert.True(problem.TryGetProperty("articlesRead", out _));
        Assert.NotNull(ready.Headers.RetryAfter);
        using var live = await client.GetAsync("/health/live", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, live.StatusCode);
        using var search = await client.GetAsync("/api/search?q=phare", TestContext.Current.CancellationToken);
        await search.ProblemAsync(HttpStatusCode.ServiceUnavailable, "index_not_ready");
        Assert.Equal("building", (await client.JsonAsync("/api/index")).GetProperty("state").GetString());
    }

    private async Task<T> RunAsync<T>(Func<HttpClient, Task<T>> work)
    {
        await using var service = new TestService(("Corpus:Path", _folder.File("corpus")), ("Index:Directory", _folder.File("index")));
        using var client = await service.StartAsync();
        return await work(client);
    }

    private List<string> Folders() => [.. Directory.EnumerateDirectories(_folder.File("index/generations")).Order()];
}
