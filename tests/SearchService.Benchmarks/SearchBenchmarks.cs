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
    private SearchRequest _topic = null!;
    private SampleEngine? _sample;
    private NewsEngine? _news;
    private ArticleSearcher _searcher = null!;

    [GlobalSetup]
    public async Task SetUp()
    {
        _news = NewsEngine.TryCreate();
        _sample = _news is null ? await SampleEngine.CreateAsync() : null;
        _searcher = _news?.Searcher ?? _sample!.Get<ArticleSearcher>();
        _prefix = _word.Select(word => word[..Math.Min(word.Length, PrefixLength)] + "*");
        var topics = _searcher.Search(new SearchRequest { Size = 0 }).Facets["topic"];
        _topic = new SearchRequest { Topics = [topics[0].Value] };
    }

    [GlobalCleanup]
    public void CleanUp()
    {
        _sample?.Dispose();
        _news?.Dispose();
    }

    [Benchmark(Baseline = true)]
    public SearchResponse Word() => _searcher.Search(_word.Next());

    [Benchmark]
    public SearchResponse TwoWordsAll() => _searcher.Search(_twoWords.Next());

    [Benchmark]
    public SearchResponse Keywords() => _searcher.Search(_keywords.Next());

    [Benchmark]
    public SearchResponse QuestionAny() => _searcher.Search(_question.Next());

    [Benchmark]
    public SearchResponse Name() => _searcher.Search(_name.Next());

    [Benchmark]
    public SearchResponse Phrase() => _searcher.Search(_phrase.Next());

    [Benchmark]
    public SearchResponse Prefix() => _searcher.Search(_prefix.Next());

    [Benchmark]
    public SearchResponse WordInTopic() => _searcher.Search(_topic with { Query = _word.Next().Query });

    [Benchmark]
    public SearchResponse Everything() => _searcher.Search(new SearchRequest());

    [Benchmark]
    public SearchResponse FacetsOnly() => _searcher.Search(_word.Next() with { Size = 0 });

    [Benchmark]
    public SearchResponse HitsOnly() => _searcher.Search(_word.Next() with { Facets = new HashSet<FacetField>() });
}
