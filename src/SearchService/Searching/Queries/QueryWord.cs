namespace SearchService.Searching.Queries;

/// <summary>A word of a query as the index knows it.</summary>
/// <param name="Text">The word as typed.</param>
/// <param name="Exact">Its folded form.</param>
/// <param name="Lemmas">Its lemmas, most likely first; one at least.</param>
/// <param name="Stem">Its stem.</param>
public sealed record QueryWord(string Text, string Exact, IReadOnlyList<string> Lemmas, string Stem);
