namespace SearchService.Searching.Suggestions;

/// <summary>What a suggestion is.</summary>
public enum SuggestionKind
{
    /// <summary>The typed words with the last one completed.</summary>
    Term,

    /// <summary>A subject category.</summary>
    Topic,

    /// <summary>A running story.</summary>
    Story,

    /// <summary>The headline of an article.</summary>
    Headline,
}
