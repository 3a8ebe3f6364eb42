namespace SearchService.Searching.Queries;

/// <summary>Stub.</summary>
#pragma warning disable CS1573, CS1591
public sealed record AllNode(IReadOnlyList<QueryNode> Parts, int Position) : QueryNode(Position);
