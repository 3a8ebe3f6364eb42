using Microsoft.Extensions.DependencyInjection;
using SearchService.Benchmarks.Relevance;
using SearchService.Searching;
using SearchService.Searching.Ranking;

namespace SearchService.Benchmarks;

/// <summary>
/// The engine over the news file that the environment variable BENCHMARK_NEWS names (<c>.jsonl</c>, <c>.jsonl.gz</c>). Each benchmark is a process of its
/// own: the first one indexes the file into a temporary folder, where the others, and later runs, find it as long as file, analysis and schema are the same.
/// </summary>
internal sealed class NewsEngine : IDisposable
{
    /// <summary>The file of news.</summary>
    public const string Variable = "BENCHMARK_NEWS";

    private readonly CollectionIndex _index;
    private readonly ServiceProvider _provider;

    private NewsEngine(string file)
    {
        var source = new CollectionSource("news", Path.GetDirectoryName(file)!, file);
        _index = CollectionIndex.Open(source, Path.Combine(Path.GetTempPath(), "searchservice-bench-news"), fresh: false);
        _provider = _index.WithParameters(RankingParameters.Default);
    }

    /// <summary>The searcher.</summary>
    public ArticleSearcher Searcher => _provider.GetRequiredService<ArticleSearcher>();

    /// <summary>The engine over the file, or null if none is named.</summary>
    /// <exception cref="IOException">The file is missing or unreadable.</exception>
    public static NewsEngine? TryCreate() =>
        Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } file ? new NewsEngine(Path.GetFullPath(file)) : null;

    public void Dispose()
    {
        _provider.Dispose();
        _index.Dispose();
    }
}
