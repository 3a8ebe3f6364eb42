namespace SearchService.Searching.Queries;

/// <summary>Stub.</summary>
#pragma warning disable CS1573, CS1591
public sealed record FieldNode(QueryPlace Place, QueryNode Inner, int Position) : QueryNode(Position);
