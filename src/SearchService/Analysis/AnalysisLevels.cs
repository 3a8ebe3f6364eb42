namespace SearchService.Analysis;

/// <summary>The names under which people ask for a level.</summary>
public static class AnalysisLevels
{
    /// <summary>The level that is meant when none is named.</summary>
    public const AnalysisLevel Default = AnalysisLevel.Lemma;

    /// <summary>All names, for messages.</summary>
    public const string Names = "exact, lemma ou stem";

    /// <summary>The level of a name, or null if there is none.</summary>
    public static AnalysisLevel? Parse(string? name) => name switch
    {
        null or "" => Default,
        "exact" => AnalysisLevel.Exact,
        "lemma" => AnalysisLevel.Lemma,
        "stem" => AnalysisLevel.Stem,
        _ => null,
    };
}
