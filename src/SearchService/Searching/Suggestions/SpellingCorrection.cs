namespace SearchService.Searching.Suggestions;

/// <summary>A better spelling of a word, or of two words in a row.</summary>
/// <param name="Text">The spelling as it should be shown, with accents and capitals; two words where one was two run together.</param>
/// <param name="Form">Its folded form, two of them with a space between for two words.</param>
/// <param name="Cause">What was wrong.</param>
public sealed record SpellingCorrection(string Text, string Form, SpellingCause Cause);
