namespace SearchService.Searching.Queries;

/// <summary>How a word of a query is found.</summary>
public enum WordMatch
{
    /// <summary>In any inflection, and by synonyms: <c>mot</c>.</summary>
    Inflected,

    /// <summary>In this form only, whatever its accents and case: <c>=mot</c>.</summary>
    Form,

    /// <summary>In any form that begins so: <c>mot*</c>.</summary>
    Prefix,

    /// <summary>In any form that differs by one or two letters: <c>mot~</c>.</summary>
    Typo,
}
