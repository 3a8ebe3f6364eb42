using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SearchService.Hosting;
using SearchService.Indexing;

namespace SearchService.Benchmarks;

/// <summary>The engine over the sample corpus, in a folder that goes with it.</summary>
internal sealed class SampleEngine : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("searchservice-bench-").FullName;
    private readonly ServiceProvider _provider;

    private SampleEngine()
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { ["Index:Directory"] = _folder })
            .Build();
        _provider = new ServiceCollection()
            .AddSingleton<IConfiguration>(configuration)
            .AddLogging()
            .AddEngine(configuration, _folder)
            .BuildServiceProvider();
    }

    public static async Task<SampleEngine> CreateAsync()
    {
        var engine = new SampleEngine();
        await engine.Get<CorpusSync>().RunAsync(null, CancellationToken.None);
        engine.Get<IndexRebuild>().Run(1, _ => { }, CancellationToken.None);
        return engine;
    }

    public T Get<T>()
        where T : notnull => _provider.GetRequiredService<T>();

    public void Dispose()
    {
        _provider.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
