using SearchService.Analysis;

namespace SearchService.Tests.Analysis;

/// <summary>The terms of a text as one line: words parted by spaces, the terms of one word by <c>|</c>.</summary>
public static class Terms
{
    public static string Exact(string text) => Line(text, AnalysisLevel.Exact);

    public static string Lemma(string text) => Line(text, AnalysisLevel.Lemma);

    public static string Stem(string text) => Line(text, AnalysisLevel.Stem);

    /// <summary>The lemmas of the last word of a text, parted by <c>|</c>.</summary>
    public static string LastLemma(string text) => Lemma(text).Split(' ')[^1];

    /// <summary>What a highlight of each word would cover.</summary>
    public static string[] Covered(string text) =>
        [.. TextAnalysis.Analyze(text, AnalysisLevel.Exact).Select(token => text[token.Start..token.End])];

    private static string Line(string text, AnalysisLevel level) => string.Join(' ', TextAnalysis.Analyze(text, level)
        .GroupBy(token => token.Position)
        .Select(word => string.Join('|', word.Select(token => token.Term))));
}
