namespace SearchService.Analysis;

/// <summary>One term of a text.</summary>
/// <param name="Term">The term as it stands in the index.</param>
/// <param name="Start">Where its word starts in the text, in UTF-16 units, without an elided article.</param>
/// <param name="End">Where its word ends, exclusive.</param>
/// <param name="Position">The number of the word in the text, from 0.</param>
/// <param name="Kind">Where the term comes from.</param>
public readonly record struct AnalyzedToken(string Term, int Start, int End, int Position, TermKind Kind);
