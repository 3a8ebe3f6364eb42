namespace SearchService.Analysis;

/// <summary>How far two forms may differ and still be one term.</summary>
public enum AnalysisLevel
{
    /// <summary>The form as written, without case, accents and ligatures.</summary>
    Exact,

    /// <summary>The dictionary form, with its accents: all inflections of a word are one.</summary>
    Lemma,

    /// <summary>The stem of the lemma: words of one family may be one.</summary>
    Stem,
}
