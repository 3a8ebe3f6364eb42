namespace SearchService.Searching.Queries;

/// <summary>Stub.</summary>
#pragma warning disable CS1573, CS1591
public sealed record ExcludedNode(QueryNode Inner, int Position) : QueryNode(Position);
