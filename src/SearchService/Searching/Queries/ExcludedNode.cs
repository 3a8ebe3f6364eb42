namespace SearchService.Searching.Queries;

/// <summary>Something that must not be found.</summary>
/// <param name="Inner">A word or a phrase.</param>
/// <param name="Position">Where its minus sign stands.</param>
public sealed record ExcludedNode(QueryNode Inner, int Position) : QueryNode(Position);
