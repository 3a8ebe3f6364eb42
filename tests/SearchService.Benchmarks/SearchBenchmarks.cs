using BenchmarkDotNet.Attributes;
using SearchService.Searching;
using SearchService.Searching.Facets;

namespace SearchService.Benchmarks;

/// <summary>
/// One search inside the process, with hits, highlights and facets as a page asks for them, by the shapes that queries mostly have. Over the sample corpus
/// it is the cost that every search has, whatever the size of the index; <see cref="NewsEngine"/> and <see cref="QueryCycle"/> tell how to measure on more:
/// <c>BENCHMARK_NEWS=articles.jsonl.gz BENCHMARK_QUERIES=queries.tsv dotnet run -c Release --project tests/SearchService.Benchmarks -- --filter "*Search*"</c>.
/// </summary>
[MemoryDiagnoser]
[MedianColumn]
public class SearchBenchmarks
{
    // A prefix that somebody typed so far: long enough to mean a word, short enough to have several.
    private const int PrefixLength = 5;

    private readonly QueryCycle _word = QueryCycle.Of("word_", 1, 1, SearchOperator.Auto, "grève", "canicule", "incendie", "hôpital");
    private readonly QueryCycle _twoWords = QueryCycle.Of("keywords", 2, 2, SearchOperator.All, "grève ferries", "barrage Valcombe", "faux tableaux");
    private readonly QueryCycle _keywords = QueryCycle.Of(
        "keywords", 3, 4, SearchOperator.Auto, "incendie filature Roubaix", "bilan barrage Valcombe", "réforme lycées Sénat semestres");

    private readonly QueryCycle _question = QueryCycle.Of(
        "question", 5, 7, SearchOperator.Any, "Qui a remporté le Tour des Cévennes ?", "Que prévoit la réforme des lycées ?", "Qui a découvert une comète ?");

    private readonly QueryCycle _name = QueryCycle.Of("entity", 2, 2, SearchOperator.Auto, "Malo Kervadec", "Solange Arnaudet", "Aino Rautala");
    private readonly QueryCycle _phrase = QueryCycle.Of("phrase", 2, 4, SearchOperator.Auto, "\"vigilance rouge\"", "\"première lecture\"", "\"mis en examen\"");

    private QueryCycle _prefix = null!;
    private QueryCycle _wordInTopic = null!;
    private QueryCycle _everything = null!;
    private QueryCycle _facetsOnly = null!;
    private QueryCycle _hitsOnly = null!;
    private SampleEngine? _sample;
    private NewsEngine? _news;
    private ArticleSearcher _searcher = null!;

    [GlobalSetup]
    public async Task SetUp()
    {
        _news = NewsEngine.TryCreate();
        _sample = _news is null ? await SampleEngine.CreateAsync() : null;
        _searcher = _news?.Searcher ?? _sample!.Get<ArticleSearcher>();
        var topic = _searcher.Search(new SearchRequest { Size = 0 }).Facets["topic"][0].Value;
        var noFacets = new HashSet<FacetField>();
        _prefix = _word.With(request => request with { Query = request.Query[..Math.Min(request.Query.Length, PrefixLength)] + "*" });
        _wordInTopic = _word.With(request => request with { Topics = [topic] });
        _everything = _word.With(request => request with { Query = "" });
        _facetsOnly = _word.With(request => request with { Size = 0 });
        _hitsOnly = _word.With(request => request with { Facets = noFacets });
    }

    [GlobalCleanup]
    public void CleanUp()
    {
        _sample?.Dispose();
        _news?.Dispose();
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = QueryCycle.Length)]
    public long Word() => _word.SearchAll(_searcher);

    [Benchmark(OperationsPerInvoke = QueryCycle.Length)]
    public long TwoWordsAll() => _twoWords.SearchAll(_searcher);

    [Benchmark(OperationsPerInvoke = QueryCycle.Length)]
    public long Keywords() => _keywords.SearchAll(_searcher);

    [Benchmark(OperationsPerInvoke = QueryCycle.Length)]
    public long QuestionAny() => _question.SearchAll(_searcher);

    [Benchmark(OperationsPerInvoke = QueryCycle.Length)]
    public long Name() => _name.SearchAll(_searcher);

    [Benchmark(OperationsPerInvoke = QueryCycle.Length)]
    public long Phrase() => _phrase.SearchAll(_searcher);

    [Benchmark(OperationsPerInvoke = QueryCycle.Length)]
    public long Prefix() => _prefix.SearchAll(_searcher);

    [Benchmark(OperationsPerInvoke = QueryCycle.Length)]
    public long WordInTopic() => _wordInTopic.SearchAll(_searcher);

    [Benchmark(OperationsPerInvoke = QueryCycle.Length)]
    public long Everything() => _everything.SearchAll(_searcher);

    [Benchmark(OperationsPerInvoke = QueryCycle.Length)]
    public long FacetsOnly() => _facetsOnly.SearchAll(_searcher);

    [Benchmark(OperationsPerInvoke = QueryCycle.Length)]
    public long HitsOnly() => _hitsOnly.SearchAll(_searcher);
}
