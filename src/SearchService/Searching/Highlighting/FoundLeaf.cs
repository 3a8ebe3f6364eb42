namespace SearchService.Searching.Highlighting;

/// <summary>A place in a text where a leaf of a query stands.</summary>
/// <param name="Number">The number of the leaf.</param>
/// <param name="Start">Where its first word starts, in UTF-16 units.</param>
/// <param name="End">Where its last word ends, exclusive.</param>
public readonly record struct FoundLeaf(int Number, int Start, int End);
