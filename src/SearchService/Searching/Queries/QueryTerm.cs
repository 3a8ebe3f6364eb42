namespace SearchService.Searching.Queries;

/// <summary>A word of a query as the index knows it.</summary>
/// <param name="Text">The word as typed.</param>
/// <param name="Exact">Its folded form.</param>
/// <param name="Stem">Its stem.</param>
/// <param name="Optional">Whether it is a grammatical word that need not be found.</param>
public sealed record QueryTerm(string Text, string Exact, string Stem, bool Optional);
