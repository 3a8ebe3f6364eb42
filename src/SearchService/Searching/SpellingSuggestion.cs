namespace SearchService.Searching;

/// <summary>A better spelling of a query.</summary>
/// <param name="Query">The query, corrected.</param>
/// <param name="Cause">Why: <c>accent</c>, <c>typo</c> or <c>spacing</c>.</param>
/// <param name="Applied">Whether the answer is already that of the corrected query.</param>
public sealed record SpellingSuggestion(string Query, string Cause, bool Applied);
