namespace SearchService.Searching.Queries;

/// <summary>Words in quotes, found in their folded forms; a single one is <c>=mot</c>.</summary>
/// <param name="Text">The words as typed.</param>
/// <param name="Forms">Their folded forms, one at least.</param>
/// <param name="Slop">How many other words may stand between or how far words may be moved, as in Lucene's phrase queries; 0 is the exact phrase.</param>
/// <param name="Place">Where it is looked for.</param>
public sealed record QueryPhrase(string Text, IReadOnlyList<string> Forms, int Slop = 0, QueryPlace Place = QueryPlace.Everywhere)
    : QueryLeaf(Text, Place)
{
    /// <summary>Whether it only helps the order: the citation in a pasted headline.</summary>
    public bool Optional { get; init; }
}
