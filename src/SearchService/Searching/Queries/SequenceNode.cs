namespace SearchService.Searching.Queries;

/// <summary>Nodes one after the other, without an operator. Words in a row stay one node each: <c>10 000</c>, <c>20 h 30</c>, <c>50 %</c>.</summary>
/// <param name="Parts">The nodes in order, two at least.</param>
/// <param name="Position">Where the first stands.</param>
public sealed record SequenceNode(IReadOnlyList<QueryNode> Parts, int Position) : CombinedNode(Parts, Position);
