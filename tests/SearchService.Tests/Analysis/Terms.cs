using SearchService.Analysis;

namespace SearchService.Tests.Analysis;

/// <summary>The terms of a text as one line.</summary>
public static class Terms
{
    public static string Exact(string text) => Line(text, AnalysisLevel.Exact);

    public static string Stem(string text) => Line(text, AnalysisLevel.Stem);

    /// <summary>What a highlight of each term would cover.</summary>
    public static string[] Covered(string text) =>
        [.. TextAnalysis.Analyze(text, AnalysisLevel.Exact).Select(token => text[token.Start..token.End])];

    private static string Line(string text, AnalysisLevel level) =>
        string.Join(' ', TextAnalysis.Analyze(text, level).Select(token => token.Term));
}
