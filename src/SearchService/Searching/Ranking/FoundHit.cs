namespace SearchService.Searching.Ranking;

/// <summary>A document that was found, with what its place in the order depends on.</summary>
/// <param name="Document">Its number in the reader.</param>
/// <param name="Score">Its score.</param>
/// <param name="Published">Its instant of publication in Unix milliseconds, or null.</param>
/// <param name="Folded">How many other documents are folded into it.</param>
public readonly record struct FoundHit(int Document, float Score, long? Published, int Folded = 0);
