namespace SearchService.Searching.Highlighting;

/// <summary>Where a text matches a query.</summary>
/// <param name="Stretches">The matching words, in order, without overlap, in UTF-16 units; each starts and ends where a character of the reader does.</param>
/// <param name="Matched">Which of the query's leaves were found, by their number.</param>
/// <param name="Found">Each place where one was found, by its start.</param>
public sealed record TextMatch(IReadOnlyList<(int Start, int End)> Stretches, IReadOnlySet<int> Matched, IReadOnlyList<FoundLeaf> Found)
{
    /// <summary>No match.</summary>
    public static TextMatch None { get; } = new([], new HashSet<int>(), []);
}
