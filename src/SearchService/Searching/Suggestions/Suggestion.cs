namespace SearchService.Searching.Suggestions;

/// <summary>What somebody who is still typing may want to ask.</summary>
/// <param name="Text">The text, with accents and capitals.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Count">How many articles have it now: all its words, that topic or story, that headline.</param>
public sealed record Suggestion(string Text, SuggestionKind Kind, int Count);
