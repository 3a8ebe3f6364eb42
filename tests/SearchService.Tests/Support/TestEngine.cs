using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SearchService.Hosting;
using SearchService.Indexing;
using SearchService.Searching;
using SearchService.Storage;
using SearchService.Articles;
using SearchService.Classification;

namespace SearchService.Tests.Support;

/// <summary>The engine without the service around it, with folders of its own.</summary>
public sealed class TestEngine : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly ServiceProvider _provider;

    public TestEngine(TimeProvider? time = null, Action<IServiceCollection>? more = null, params (string Key, string Value)[] settings)
    {
        Directory.CreateDirectory(_folder.File("corpus"));
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Index:Directory"] = _folder.File("index"),
            ["Corpus:Path"] = _folder.File("corpus"),
        }).AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value))).Build();
        var services = new ServiceCollection()
            .AddSingleton<IConfiguration>(configuration)
            .AddLogging(logging => logging.ClearProviders())
            .AddEngine(configuration, _folder.Path);
        if (time is not null)
        {
            services.AddSingleton(time);
        }

        more?.Invoke(services);
        _provider = services.BuildServiceProvider();
    }

    public string IndexDirectory => _folder.File("index");

    public string Corpus => _folder.File("corpus");

    public ArticleStore Store => Get<ArticleStore>();

    public ArticleSearcher Searcher => Get<ArticleSearcher>();

    public T Get<T>()
        where T : notnull => _provider.GetRequiredService<T>();

    /// <summary>Takes articles in, classified, and shows them to searches.</summary>
    public void Index(params IEnumerable<Article> articles)
    {
        var classifier = Get<ArticleClassifier>();
        Store.Apply([.. articles.Select(article => ArticleChange.Put(classifier.Classify(article)))]);
        if (Get<LiveIndex>().Current is null)
        {
            Get<IndexOpening>().CreateEmpty();
        }

        Get<IndexFollower>().CatchUp(1, CancellationToken.None);
    }

    public void Dispose()
    {
        _provider.Dispose();
        _folder.Dispose();
    }
}
