using SearchService.Tests.Support;

namespace SearchService.Tests.Commands;

/// <summary>The verbs beside a service that holds the index folder.</summary>
public sealed class BesideServiceTests : IAsyncLifetime
{
    private const string Key = "cle-du-service";

    private readonly TestService _service = new(("Security:AdminKeys:0", Key));
    private readonly TempFolder _folder = new();
    private HttpClient? _client;

    private string Address => _client!.BaseAddress!.GetLeftPart(UriPartial.Authority);

    public async ValueTask InitializeAsync()
    {
        _client = await _service.StartAsync();
        _client.DefaultRequestHeaders.Authorization = new("Bearer", Key);
        await _client.BulkAsync("""{"id":"s1","headline":"Le viaduc rouvert","version":5}""");
    }

    public async ValueTask DisposeAsync()
    {
        await _service.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Search_and_check_read()
    {
        // What searches of the service see may not be on the disk yet; a rebuild brings it there.
        using var rebuild = await _client!.PostAsync("/api/index/rebuild", null);
        await _client.RebuildEndAsync(rebuild.Headers.Location!.ToString());

        Assert.Contains("\ts1\t", Assert.Single((await RunAsync("search", "viaduc")).Ended(0).Lines), StringComparison.Ordinal);
        Assert.Equal(3, (await RunAsync("check")).Ended(0).Lines.Length);
        Assert.Equal(["s1"], await _client.IdsAsync("viaduc"));
    }

    [Fact]
    public async Task A_backup_is_made_and_a_restore_is_refused()
    {
        var backup = (await RunAsync("backup", _folder.File("copie"))).Ended(0);
        Assert.Contains(": 1 articles visibles", Assert.Single(backup.Lines), StringComparison.Ordinal);

        var restore = (await RunAsync("restore", _folder.File("copie"))).Ended(1);

        Assert.Equal("", restore.Output);
        Assert.Contains($"processus {Environment.ProcessId}", restore.Error, StringComparison.Ordinal);
        Assert.Contains(Address, restore.Error, StringComparison.Ordinal);
        Assert.Equal(["s1"], await _client!.IdsAsync("viaduc"));
    }

    [Fact]
    public async Task Import_and_rebuild_end_1_and_name_the_process_and_its_address()
    {
        var file = _folder.Write("a.jsonl", """{"id":"s2","headline":"Deux"}""");

        foreach (var run in new[] { await RunAsync("import", file), await RunAsync("rebuild") })
        {
            run.Ended(1);
            Assert.Equal("", run.Output);
            Assert.Contains($"processus {Environment.ProcessId}", run.Error, StringComparison.Ordinal);
            Assert.Contains(Address, run.Error, StringComparison.Ordinal);
            Assert.Contains("--url", run.Error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task With_its_address_and_key_the_work_is_sent_there()
    {
        var file = _folder.Write("b.jsonl", "\n{\"id\":\"s3\",\"headline\":\"Le ballon dirigeable\"}\n{\"id\":\n{\"id\":\"s1\",\"headline\":\"Vieux\",\"version\":4}\n");

        var import = (await RunAsync("import", file, "--url", Address, "--key", Key)).Ended(1);
        Assert.Equal(["Articles importés : 1 ; refusés : 2"], import.Lines);
        Assert.Contains("b.jsonl, ligne 3 : ", import.Error, StringComparison.Ordinal);
        Assert.Contains("b.jsonl, ligne 4 : ", import.Error, StringComparison.Ordinal);
        Assert.Equal(["s3"], await Answers.UntilAsync(() => _client!.IdsAsync("dirigeable"), ids => ids.Length > 0));

        var before = (await _client!.JsonAsync("/api/index")).GetProperty("generation").GetString();
        var rebuild = (await RunAsync("rebuild", "--url", Address, "--key", Key)).Ended(0);
        var after = (await _client!.JsonAsync("/api/index")).GetProperty("generation").GetString();
        Assert.Equal([$"génération {after}, 2 articles"], rebuild.Lines);
        Assert.NotEqual(before, after);
    }

    [Fact]
    public async Task A_wrong_key_or_address_ends_1_with_a_message()
    {
        var file = _folder.Write("c.jsonl", """{"id":"s4","headline":"Quatre"}""");

        Assert.Contains("401", (await RunAsync("import", file, "--url", Address, "--key", "fausse")).Ended(1).Error, StringComparison.Ordinal);
        Assert.Contains("--url = nulle part", (await RunAsync("rebuild", "--url", "nulle part")).Ended(1).Error, StringComparison.Ordinal);
        Assert.NotEqual("", (await RunAsync("rebuild", "--url", "http://127.0.0.1:9")).Ended(1).Error);
        Assert.Empty(await _client!.IdsAsync("quatre"));
    }

    private Task<ProgramRun> RunAsync(params string[] words) =>
        ProgramRun.OfAsync([.. words, $"--Index:Directory={_service.IndexDirectory}", $"--Corpus:Path={_service.Corpus}"]);
}
