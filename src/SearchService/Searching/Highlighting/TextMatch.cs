namespace SearchService.Searching.Highlighting;

/// <summary>Where a text matches a query.</summary>
/// <param name="Stretches">The matching words, in order, without overlap.</param>
/// <param name="Matched">Which of the query's words and phrases were found, by their number.</param>
public sealed record TextMatch(IReadOnlyList<(int Start, int End)> Stretches, IReadOnlySet<int> Matched);
