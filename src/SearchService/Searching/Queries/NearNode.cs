namespace SearchService.Searching.Queries;

/// <summary>Stub.</summary>
#pragma warning disable CS1573, CS1591
public sealed record NearNode(QueryNode Left, QueryNode Right, int? Distance, int Position) : QueryNode(Position);
