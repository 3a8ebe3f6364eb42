namespace SearchService.Searching.Queries;

/// <summary>A word, to be found in any inflection.</summary>
/// <param name="Text">The word as typed.</param>
/// <param name="Position">Where it starts.</param>
public sealed record WordNode(string Text, int Position) : QueryNode(Position);
