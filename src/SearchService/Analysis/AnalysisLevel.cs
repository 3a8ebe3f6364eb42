namespace SearchService.Analysis;

/// <summary>How far two forms may differ and still be one term.</summary>
public enum AnalysisLevel
{
    /// <summary>The form as written, without case, accents and ligatures.</summary>
    Exact,

    /// <summary>The form without its inflection.</summary>
    Stem,
}
