using SearchService.Tests.Support;
using static SearchService.Tests.Support.TestCorpus;

namespace SearchService.Tests.Hosting;

/// <summary>The corpus is watched while the service runs.</summary>
public sealed class CorpusServiceTests : IAsyncLifetime
{
    private readonly TestService _service = new();
    private HttpClient? _client;

    public async ValueTask InitializeAsync() => _client = await _service.StartAsync();

    public ValueTask DisposeAsync() => _service.DisposeAsync();

    [Fact]
    public async Task A_file_that_is_added_and_then_changed_is_searchable_soon()
    {
        var path = Path.Combine(_service.Corpus, "a.jsonl");

        await WriteAsync(path, Line("a", "Le phare rouvre"));
        await FoundAsync("phare", "Le phare rouvre");

        await WriteAsync(path, Line("a", "Le phare ferme pour travaux"), Line("b", "Un orgue au village"));
        await FoundAsync("phare", "Le phare ferme pour travaux");
        await FoundAsync("orgue", "Un orgue au village");
    }

    [Fact]
    public async Task Files_in_a_new_folder_and_files_that_are_moved_in_are_seen()
    {
        var inner = Directory.CreateDirectory(Path.Combine(_service.Corpus, "2025", "12")).FullName;
        await WriteAsync(Path.Combine(inner, "a.txt"), "-", "La fanfare défile");
        await FoundAsync("fanfare", "La fanfare défile");

        var hidden = Path.Combine(_service.Corpus, ".en-cours");
        await WriteAsync(hidden, "-", "Le tramway roule");
        File.Move(hidden, Path.Combine(inner, "b.txt"));
        await FoundAsync("tramway", "Le tramway roule");
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_stops_nothing()
    {
        await WriteAsync(Path.Combine(_service.Corpus, "1.jsonl"), "{", "[]", "{\"id\":\"\\ud800\",\"headline\":\"\\uFFFE\"}");
        await WriteAsync(Path.Combine(_service.Corpus, "2.xml"), "<rss/>");
        await WriteAsync(Path.Combine(_service.Corpus, "3.txt"), "-", "Les ruches du rempart");

        await FoundAsync("ruches", "Les ruches du rempart");
    }

    [Fact]
    public async Task A_deleted_article_stays_gone_when_its_file_changes()
    {
        var path = Path.Combine(_service.Corpus, "a.jsonl");
        await WriteAsync(path, Line("a", "Le phare rouvre"));
        await FoundAsync("phare", "Le phare rouvre");
        using var deleted = await _client!.DeleteAsync("/api/articles/a?refresh=true", TestContext.Current.CancellationToken);
        deleted.EnsureSuccessStatusCode();

        await WriteAsync(path, Line("a", "Le phare rouvre encore"), Line("b", "Un orgue au village"));
        await FoundAsync("orgue", "Un orgue au village");

        Assert.Empty(await _client!.HeadlinesAsync("phare"));
    }

    private static Task WriteAsync(string path, params string[] lines) => File.WriteAllLinesAsync(path, lines, TestContext.Current.CancellationToken);

    private Task FoundAsync(string query, string headline) => Eventually.TrueAsync(
        async () => (await _client!.HeadlinesAsync(query)) is [var found] && found == headline, $"a search for {query} finds \"{headline}\"");
}
