using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace SearchService.Analysis;

/// <summary>French text to terms, for all who need terms and no index: queries, highlights, classification, the <c>analyze</c> endpoint.</summary>
public static class TextAnalysis
{
    // Analyzers keep one token stream a thread; sharing them makes analysis free of set-up cost.
    private static readonly FrenchAnalyzer Exact = new(AnalysisLevel.Exact);
    private static readonly FrenchAnalyzer Stem = new(AnalysisLevel.Stem);

    /// <summary>The analyzer of a level; shared, safe for all threads.</summary>
    public static Analyzer Analyzer(AnalysisLevel level) => level == AnalysisLevel.Exact ? Exact : Stem;

    /// <summary>The terms of a text in order, one a word, with their places in it.</summary>
    public static List<AnalyzedToken> Analyze(string text, AnalysisLevel level)
    {
        var tokens = new List<AnalyzedToken>();
        using var stream = Analyzer(level).GetTokenStream("text", text);
        var term = stream.GetAttribute<ICharTermAttribute>();
        var offset = stream.GetAttribute<IOffsetAttribute>();
        var increment = stream.GetAttribute<IPositionIncrementAttribute>();
        var position = -1;
        stream.Reset();
        while (stream.IncrementToken())
        {
            position += increment.PositionIncrement;
            tokens.Add(new AnalyzedToken(term.ToString()!, offset.StartOffset, offset.EndOffset, position, level));
        }

        stream.End();
        return tokens;
    }
}
