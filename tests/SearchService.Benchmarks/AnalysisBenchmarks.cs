using BenchmarkDotNet.Attributes;
using Lucene.Net.Analysis;
using Lucene.Net.Util;
using SearchService.Analysis;

namespace SearchService.Benchmarks;

/// <summary>The French chain beside Lucene's own, over the same text; a token stream is consumed and thrown away.</summary>
[MemoryDiagnoser]
public class AnalysisBenchmarks
{
    private const string Text =
        "Les préfets de l'Hérault et du Gard ont prolongé jeudi la vigilance orange : aujourd’hui encore, les œuvres exposées dans les sous-sols "
        + "du musée ont dû être évacuées par les pompiers, venus de Nîmes, d'Alès et de Sète. « Nous n'avions jamais vu l'eau monter aussi vite », "
        + "a raconté une habitante de Lunel, dont les deux sœurs étaient restées bloquées jusqu'à la nuit.";

    private readonly FrenchAnalyzer _exact = new(AnalysisLevel.Exact);
    private readonly FrenchAnalyzer _stem = new(AnalysisLevel.Stem);
    private readonly Lucene.Net.Analysis.Fr.FrenchAnalyzer _stock = new(LuceneVersion.LUCENE_48);

    [Benchmark(Baseline = true)]
    public int StockFrenchAnalyzer() => Consume(_stock);

    [Benchmark]
    public int ExactLevel() => Consume(_exact);

    [Benchmark]
    public int StemLevel() => Consume(_stem);

    [GlobalCleanup]
    public void CleanUp()
    {
        _exact.Dispose();
        _stem.Dispose();
        _stock.Dispose();
    }

    private static int Consume(Analyzer analyzer)
    {
        var tokens = 0;
        using var stream = analyzer.GetTokenStream("text", Text);
        stream.Reset();
        while (stream.IncrementToken())
        {
            tokens++;
        }

        stream.End();
        return tokens;
    }
}
