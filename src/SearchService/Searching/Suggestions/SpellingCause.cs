namespace SearchService.Searching.Suggestions;

/// <summary>What was wrong with a word.</summary>
public enum SpellingCause
{
    /// <summary>Its accents alone.</summary>
    Accent,

    /// <summary>Its letters.</summary>
    Typo,

    /// <summary>A space too many or too few.</summary>
    Spacing,
}
