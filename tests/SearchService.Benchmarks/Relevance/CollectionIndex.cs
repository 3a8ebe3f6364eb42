using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SearchService.Analysis;
using SearchService.Classification;
using SearchService.Hosting;
using SearchService.Indexing;
using SearchService.Searching.Ranking;
using SearchService.Storage;

namespace SearchService.Benchmarks.Relevance;

/// <summary>
/// The index of a collection's documents, kept on disk: the constants of the ranking can be tried without indexing again. It is opened for reading,
/// so several processes may use it at a time.
/// </summary>
internal sealed class CollectionIndex : IDisposable
{
    private const int BatchSize = 1000;
    private const string StampName = "stamp.txt";

    private readonly string _folder;
    private readonly ServiceProvider _provider;

    private CollectionIndex(string folder)
    {
        _folder = folder;
        _provider = Engine(folder, _ => { });
        if (!_provider.GetRequiredService<IndexOpening>().TryOpen(readOnly: true))
        {
            throw new InvalidDataException($"The index in {folder} cannot be opened; --fresh makes it anew.");
        }
    }

    /// <summary>Opens the index of a collection's documents, and makes it first if the documents, the analysis or the schema are others than last time.</summary>
    /// <param name="source">The collection.</param>
    /// <param name="cache">The folder of all indexes.</param>
    /// <param name="fresh">Whether to make it in any case.</param>
    public static CollectionIndex Open(CollectionSource source, string cache, bool fresh)
    {
        var documents = new FileInfo(CollectionReader.Existing(source.DocumentsPath));
        var folder = FolderOf(source, cache);
        var stampPath = Path.Combine(folder, StampName);
        var stamp = string.Create(CultureInfo.InvariantCulture,
            $"{documents.FullName}\n{documents.Length} {documents.LastWriteTimeUtc:O}\n{FrenchAnalyzer.Version} {IndexSchema.Version}\n");
        if (fresh || !File.Exists(stampPath) || File.ReadAllText(stampPath) != stamp)
        {
            // Beside the former one until it is complete: an interrupted run leaves nothing behind that looks like an index.
            var growing = string.Create(CultureInfo.InvariantCulture, $"{folder}.{Environment.ProcessId}");
            try
            {
                Build(source, growing);
                File.WriteAllText(Path.Combine(growing, StampName), stamp);
                DeleteIfThere(folder);
                Directory.Move(growing, folder);
            }
            finally
            {
                DeleteIfThere(growing);
            }
        }

        return new CollectionIndex(folder);
    }

    /// <summary>The folder of the index: collections with the same documents share it.</summary>
    public static string FolderOf(CollectionSource source, string cache)
    {
        var path = Path.GetFullPath(source.DocumentsPath);
        var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(path)))[..8];
        return Path.Combine(cache, $"{Path.GetFileName(path).Split('.')[0]}-{digest}{(source.WithoutHeadlines ? "-no-headline" : "")}");
    }

    /// <summary>A searcher over the index with constants of its own; the caller disposes the services it comes from.</summary>
    public ServiceProvider WithParameters(RankingParameters parameters)
    {
        var live = _provider.GetRequiredService<LiveIndex>();
        var facets = _provider.GetRequiredService<Searching.Facets.FacetNumbers>();
        return Engine(_folder, services => services.AddSingleton(live).AddSingleton(facets).AddSingleton(parameters));
    }

    /// <inheritdoc/>
    public void Dispose() => _provider.Dispose();

    private static void Build(CollectionSource source, string folder)
    {
        using var provider = Engine(folder, _ => { });
        var store = provider.GetRequiredService<ArticleStore>();
        var classifier = provider.GetRequiredService<ArticleClassifier>();
        foreach (var articles in CollectionReader.ReadArticles(source).Chunk(BatchSize))
        {
            store.Apply([.. articles.Select(article => ArticleChange.Put(classifier.Classify(article)))]);
        }

        provider.GetRequiredService<IndexOpening>().CreateEmpty();
        var follower = provider.GetRequiredService<IndexFollower>();
        follower.CatchUp(Environment.ProcessorCount, CancellationToken.None);
        follower.Commit();
    }

    private static void DeleteIfThere(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static ServiceProvider Engine(string folder, Action<IServiceCollection> change)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { ["Index:Directory"] = folder, ["Search:TimeoutMilliseconds"] = "600000" })
            .Build();
        var services = new ServiceCollection().AddSingleton<IConfiguration>(configuration).AddLogging().AddEngine(configuration, folder);
        change(services);
        return services.BuildServiceProvider();
    }
}
