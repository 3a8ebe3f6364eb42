using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SearchService.Tests.Support;

namespace SearchService.Tests.Endpoints;

/// <summary>What clients see of a store that fails: a rule planted in its file refuses some articles, as a full disk would.</summary>
public sealed class StoreFailureTests : IAsyncLifetime
{
    private readonly LogLines _log = new(LogLevel.Warning);
    private readonly TestService _service;
    private HttpClient? _client;

    public StoreFailureTests() => _service = new TestService(services => services.AddSingleton<ILoggerProvider>(_log));

    private HttpClient Client => _client!;

    public async ValueTask InitializeAsync()
    {
        _client = await _service.StartAsync();
        using var put = await _client.PutArticleAsync("panne-2", """{"headline":"Avant la panne"}""");
        Database.Execute(
            _service.IndexDirectory,
            """
            CREATE TRIGGER failure BEFORE INSERT ON articles WHEN NEW.id LIKE 'panne%' BEGIN SELECT RAISE(ABORT, 'disk full at /secret/place'); END;
            CREATE TRIGGER failure_of_delete BEFORE UPDATE ON articles WHEN NEW.id LIKE 'panne%' BEGIN SELECT RAISE(ABORT, 'disk full at /secret/place'); END
            """);
    }

    public ValueTask DisposeAsync() => _service.DisposeAsync();

    [Fact]
    public async Task A_change_that_cannot_be_stored_is_a_problem_that_tells_nothing_and_a_line_in_the_log_that_tells_all()
    {
        using var put = await Client.PutArticleAsync("panne-1", """{"headline":"Un titre"}""");
        await AssertFailedAsync(put);
        using var deleted = await Client.DeleteAsync("/api/articles/panne-2");
        await AssertFailedAsync(deleted);

        Assert.Equal(2, _log.All.Count(line => line.Contains("disk full", StringComparison.Ordinal)));
        using var other = await Client.PutArticleAsync("sain", """{"headline":"Un autre titre"}""");
        Assert.Equal(HttpStatusCode.Created, other.StatusCode);
        Assert.Equal(["Avant la panne"], await Client.HeadlinesAsync("panne"));
    }

    [Fact]
    public async Task An_upload_that_fails_on_its_way_tells_how_many_articles_are_stored()
    {
        var lines = Enumerable.Range(0, 1500).Select(i => $$"""{"id":"{{(i == 1200 ? "panne-3" : $"m{i}")}}","headline":"Dépêche numéro {{i}}"}""").ToArray();
        using var body = new StringContent(string.Join('\n', lines), Encoding.UTF8, "application/x-ndjson");
        using var answer = await Client.PostAsync("/api/articles?refresh=true", body);

        var problem = await AssertFailedAsync(answer);
        var accepted = problem.GetProperty("accepted").GetInt32();
        Assert.InRange(accepted, 1, 1199);
        foreach (var i in new[] { 0, accepted - 1 })
        {
            using var read = await Client.GetAsync($"/api/articles/m{i}");
            Assert.Equal(HttpStatusCode.OK, read.StatusCode);
        }

        // The advice of the answer: all of it once more, and what was stored stays as it is.
        Database.Execute(_service.IndexDirectory, "DROP TRIGGER failure");
        Assert.Equal(1500, (await Client.BulkAsync(lines)).GetProperty("accepted").GetInt32());
        using var again = await Client.GetAsync("/api/articles/m0");
        Assert.Equal("\"1\"", again.Headers.ETag?.Tag);
        Assert.Equal(1500, (await Client.SearchAsync("dépêche", "&size=0")).GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task An_address_writes_no_lines_into_the_log()
    {
        Database.Execute(_service.IndexDirectory, "ALTER TABLE articles RENAME TO gone");

        using var answer = await Client.GetAsync("/api/articles/%0Afail:%20tout%20va%20mal%0D%1B");

        await AssertFailedAsync(answer);
        Assert.Contains(_log.All, line => line.Contains("GET /api/articles/%0Afail:%20tout%20va%20mal%0D%1B failed", StringComparison.Ordinal));
        Assert.DoesNotContain(_log.All, line => line.Contains("\nfail:", StringComparison.Ordinal));
    }

    private static async Task<System.Text.Json.JsonElement> AssertFailedAsync(HttpResponseMessage answer)
    {
        var problem = await answer.CleanProblemAsync(HttpStatusCode.ServiceUnavailable, "overloaded");
        Assert.NotNull(answer.Headers.RetryAfter);
        Assert.DoesNotContain("secret", problem.GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain("disk full", problem.GetRawText(), StringComparison.Ordinal);
        return problem;
    }
}
