using BenchmarkDotNet.Attributes;
using SearchService.Searching;
using SearchService.Searching.Facets;

namespace SearchService.Benchmarks;

/// <summary>One search inside the process, over the sample corpus: the cost that every search has, whatever the size of the index.</summary>
[MemoryDiagnoser]
public class SearchBenchmarks
{
    private SampleEngine _engine = null!;
    private ArticleSearcher _searcher = null!;

    [GlobalSetup]
    public async Task SetUp()
    {
        _engine = await SampleEngine.CreateAsync();
        _searcher = _engine.Get<ArticleSearcher>();
    }

    [GlobalCleanup]
    public void CleanUp() => _engine.Dispose();

    [Benchmark(Baseline = true)]
    public SearchResponse Word() => _searcher.Search(new SearchRequest { Query = "grève" });

    [Benchmark]
    public SearchResponse Words() => _searcher.Search(new SearchRequest { Query = "grève des ferries", Operator = SearchOperator.All });

    [Benchmark]
    public SearchResponse Phrase() => _searcher.Search(new SearchRequest { Query = "\"vigilance rouge\"" });

    [Benchmark]
    public SearchResponse Everything() => _searcher.Search(new SearchRequest());

    [Benchmark]
    public SearchResponse FacetsOnly() => _searcher.Search(new SearchRequest { Query = "grève", Size = 0 });

    [Benchmark]
    public SearchResponse HitsOnly() => _searcher.Search(new SearchRequest { Query = "grève", Facets = new HashSet<FacetField>() });
}
