using BenchmarkDotNet.Attributes;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Analysis.Snowball;
using Lucene.Net.Analysis.Standard;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Analysis.Util;
using Lucene.Net.Util;
using SearchService.Analysis;
using SearchService.Analysis.Lemmas;
using SearchService.Analysis.Lexicon;
using SearchService.Analysis.Tokens;

namespace SearchService.Benchmarks;

/// <summary>
/// The French analysis beside Lucene's own chains over the same text, token by token; times and bytes are per word of the text. The text is the sample
/// corpus, or the file named by the environment variable BENCHMARK_TEXT.
/// </summary>
[MemoryDiagnoser]
public class AnalysisBenchmarks
{
    /// <summary>A file of text to analyse instead of the sample corpus.</summary>
    public const string Variable = "BENCHMARK_TEXT";

    private const int Words = 10_000;

    private readonly FrenchAnalyzer _exact = new(AnalysisLevel.Exact);
    private readonly FrenchAnalyzer _lemma = new(AnalysisLevel.Lemma);
    private readonly FrenchAnalyzer _stem = new(AnalysisLevel.Stem);
    private readonly Lucene.Net.Analysis.Fr.FrenchAnalyzer _stockLight = new(LuceneVersion.LUCENE_48);
    private readonly Analyzer _stockSnowball = Analyzer.NewAnonymous((_, reader) =>
    {
        var tokenizer = new StandardTokenizer(LuceneVersion.LUCENE_48, reader);
        TokenStream stream = new ElisionFilter(tokenizer, Lucene.Net.Analysis.Fr.FrenchAnalyzer.DEFAULT_ARTICLES);
        stream = new LowerCaseFilter(LuceneVersion.LUCENE_48, stream);
        stream = new StopFilter(LuceneVersion.LUCENE_48, stream, Lucene.Net.Analysis.Fr.FrenchAnalyzer.DefaultStopSet);
        return new TokenStreamComponents(tokenizer, new SnowballFilter(stream, "French"));
    });

    private readonly Lemmatizer _lemmatizer = new(FrenchLexicon.Default);
    private string[] _paragraphs = [];
    private string[] _distinct = [];

    [GlobalSetup]
    public void SetUp()
    {
        var source = Environment.GetEnvironmentVariable(Variable);
        IEnumerable<string> lines = source is null
            ? Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "SampleNews"), "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).SelectMany(File.ReadLines)
            : File.ReadLines(source);
        var text = new FrenchText();
        var paragraphs = new List<string>();
        var words = 0;
        foreach (var line in Forever([.. lines.Where(line => line.Length > 0).Take(Words)]))
        {
            text.Analyze(line);
            paragraphs.Add(line);
            if ((words += text.AnalyzedWords.Length) >= Words)
            {
                break;
            }
        }

        _paragraphs = [.. paragraphs];
        _distinct = [.. _paragraphs.SelectMany(paragraph => paragraph.Split(' ')).Where(word => word.All(char.IsLetter) && word.Length > 0).Distinct()];
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Words)]
    public int StockLightChain() => Consume(_stockLight);

    [Benchmark(OperationsPerInvoke = Words)]
    public int StockSnowballChain() => Consume(_stockSnowball);

    [Benchmark(OperationsPerInvoke = Words)]
    public int ExactLevel() => Consume(_exact);

    [Benchmark(OperationsPerInvoke = Words)]
    public int LemmaLevel() => Consume(_lemma);

    [Benchmark(OperationsPerInvoke = Words)]
    public int StemLevel() => Consume(_stem);

    [Benchmark(OperationsPerInvoke = Words)]
    public int AllLevels() => Consume(_exact) + Consume(_lemma) + Consume(_stem);

    /// <summary>Every distinct word through the lexicon, as if the cache of words were not there; the time is per 10,000th of the words.</summary>
    [Benchmark(OperationsPerInvoke = Words)]
    public int WithoutWordCache()
    {
        var readings = 0;
        for (var i = 0; i < Words; i++)
        {
            readings += _lemmatizer.Analyze(_distinct[i % _distinct.Length], TokenKind.Word, opensSentence: false).Readings.Count;
        }

        return readings;
    }

    [GlobalCleanup]
    public void CleanUp()
    {
        _exact.Dispose();
        _lemma.Dispose();
        _stem.Dispose();
        _stockLight.Dispose();
        _stockSnowball.Dispose();
    }

    private static IEnumerable<string> Forever(string[] lines)
    {
        while (lines.Length > 0)
        {
            foreach (var line in lines)
            {
                yield return line;
            }
        }
    }

    private int Consume(Analyzer analyzer)
    {
        var characters = 0;
        foreach (var paragraph in _paragraphs)
        {
            using var stream = analyzer.GetTokenStream("text", paragraph);
            var term = stream.GetAttribute<ICharTermAttribute>();
            stream.Reset();
            while (stream.IncrementToken())
            {
                characters += term.Length;
            }

            stream.End();
        }

        return characters;
    }
}
