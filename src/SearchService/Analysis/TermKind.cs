namespace SearchService.Analysis;

/// <summary>Where a term comes from.</summary>
public enum TermKind
{
    /// <summary>The form as written, without case, accents and ligatures.</summary>
    Exact,

    /// <summary>The dictionary form.</summary>
    Lemma,

    /// <summary>The stem of the lemma.</summary>
    Stem,

    /// <summary>A hyphenated word, joined.</summary>
    Compound,

    /// <summary>An expression that a query of this one also finds.</summary>
    Synonym,
}
