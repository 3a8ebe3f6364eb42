namespace SearchService.Searching.Queries;

/// <summary>One of them must be found: <c>OU</c>, <c>OR</c>.</summary>
/// <param name="Parts">The nodes in order, two at least.</param>
/// <param name="Position">Where the first stands.</param>
public sealed record AnyNode(IReadOnlyList<QueryNode> Parts, int Position) : CombinedNode(Parts, Position);
