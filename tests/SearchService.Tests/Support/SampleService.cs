namespace SearchService.Tests.Support;

/// <summary>A running service with the sample corpus, shared by the tests of a class, which only read.</summary>
public sealed class SampleService : IAsyncLifetime
{
    // Beside a browser and other tests a search may wait for its turn: that is not what these tests are about.
    private readonly TestService _service = new(("Corpus:Path", Path.Combine(Repository.Source, "SampleNews")), ("Search:TimeoutMilliseconds", "20000"));
    private HttpClient? _client;

    public HttpClient Client => _client!;

    public IServiceProvider Services => _service.Services;

    public Uri Address => Client.BaseAddress!;

    public async ValueTask InitializeAsync()
    {
        _client = await _service.StartAsync();
        await Eventually.TrueAsync(async () =>
        {
            var index = await _client.JsonAsync("/api/index");
            return index.GetProperty("documents").GetInt32() >= 162 && index.GetProperty("pending").GetInt32() == 0;
        }, "the sample corpus is searchable", TimeSpan.FromSeconds(60));
    }

    public ValueTask DisposeAsync() => _service.DisposeAsync();
}
