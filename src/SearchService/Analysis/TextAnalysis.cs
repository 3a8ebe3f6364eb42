using Lucene.Net.Analysis;

namespace SearchService.Analysis;

/// <summary>French text to terms, for all who need terms and no index: queries, highlights, classification, the <c>analyze</c> endpoint.</summary>
public static class TextAnalysis
{
    [ThreadStatic]
    private static FrenchText? _text;

    // Analyzers keep one token stream a thread; sharing them makes analysis free of set-up cost.
    private static readonly FrenchAnalyzer Exact = new(AnalysisLevel.Exact);
    private static readonly FrenchAnalyzer Lemma = new(AnalysisLevel.Lemma);
    private static readonly FrenchAnalyzer Stem = new(AnalysisLevel.Stem);

    /// <summary>The analyzer of a level; shared, safe for all threads.</summary>
    public static Analyzer Analyzer(AnalysisLevel level) => level switch
    {
        AnalysisLevel.Exact => Exact,
        AnalysisLevel.Lemma => Lemma,
        _ => Stem,
    };

    /// <summary>The terms of a text in order with their places in it; alternatives at one position follow each other.</summary>
    public static List<AnalyzedToken> Analyze(string text, AnalysisLevel level)
    {
        _text ??= new FrenchText();
        _text.Analyze(text);
        var words = _text.AnalyzedWords;
        var tokens = new List<AnalyzedToken>(words.Length);
        for (var position = 0; position < words.Length; position++)
        {
            ref readonly var word = ref words[position];
            for (var number = 0; word.Term(level, number) is { } term; number++)
            {
                var joined = level == AnalysisLevel.Lemma && number == word.Lemmas.Length;
                tokens.Add(new AnalyzedToken(term, word.Start, joined ? word.CompoundEnd : word.End, position, joined ? TermKind.Compound : (TermKind)level));
            }
        }

        return tokens;
    }

    /// <summary>The expressions that a query of this text also finds, each over the words that it stands for.</summary>
    public static List<AnalyzedToken> SynonymsIn(string text, SynonymMap synonyms)
    {
        _text ??= new FrenchText();
        _text.Analyze(text);
        var words = _text.AnalyzedWords.ToArray();
        var lemmas = Array.ConvertAll(words, word => (IReadOnlyList<string>)word.Lemmas);
        var tokens = new List<AnalyzedToken>();
        for (var position = 0; position < words.Length; position++)
        {
            var found = synonyms.Find(lemmas, position, out var length);
            tokens.AddRange(found.Select(phrase =>
                new AnalyzedToken(phrase.ToString(), words[position].Start, words[position + length - 1].End, position, TermKind.Synonym)));
            position += Math.Max(0, length - 1);
        }

        return tokens;
    }
}
