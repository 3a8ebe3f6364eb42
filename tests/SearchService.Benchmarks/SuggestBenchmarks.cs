using BenchmarkDotNet.Attributes;
using SearchService.Indexing;
using SearchService.Searching.Suggestions;

namespace SearchService.Benchmarks;

/// <summary>Suggestions and corrections inside the process, over the sample corpus.</summary>
[MemoryDiagnoser]
public class SuggestBenchmarks
{
    private SampleEngine _engine = null!;
    private Suggester _suggester = null!;
    private SpellingCorrector _corrector = null!;
    private SearcherLease _lease = null!;

    [GlobalSetup]
    public async Task SetUp()
    {
        _engine = await SampleEngine.CreateAsync();
        _suggester = _engine.Get<Suggester>();
        _corrector = _engine.Get<SpellingCorrector>();
        _lease = _engine.Get<LiveIndex>().Acquire();
    }

    [GlobalCleanup]
    public void CleanUp()
    {
        _lease.Dispose();
        _engine.Dispose();
    }

    [Benchmark(Baseline = true)]
    public IReadOnlyList<Suggestion> OneLetter() => _suggester.Suggest("e", 10);

    [Benchmark]
    public IReadOnlyList<Suggestion> FourLetters() => _suggester.Suggest("vigi", 10);

    [Benchmark]
    public IReadOnlyList<Suggestion> BesideAWord() => _suggester.Suggest("vigilance r", 10);

    [Benchmark]
    public SpellingCorrection? Typo() => _corrector.Correct(_lease.Searcher.IndexReader, "vigillence", form => form != "vigillence");

    [Benchmark]
    public SpellingCorrection? NoSuchWord() => _corrector.Correct(_lease.Searcher.IndexReader, "zorglubesque", form => form != "zorglubesque");
}
