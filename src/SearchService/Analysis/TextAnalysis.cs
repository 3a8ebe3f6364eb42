using Lucene.Net.Analysis;

namespace SearchService.Analysis;

/// <summary>French text to terms, for all who need terms and no index: queries, highlights, classification, the <c>analyze</c> endpoint.</summary>
public static class TextAnalysis
{
    // Analyzers keep one token stream a thread; sharing them makes analysis free of set-up cost.
    [ThreadStatic]
    private static FrenchText? _text;

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
}
