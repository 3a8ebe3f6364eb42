namespace SearchService.Searching.Queries;

/// <summary>Everything in it must be found: <c>ET</c>, <c>AND</c>.</summary>
/// <param name="Parts">The nodes in order, two at least.</param>
/// <param name="Position">Where the first stands.</param>
public sealed record AllNode(IReadOnlyList<QueryNode> Parts, int Position) : CombinedNode(Parts, Position);
