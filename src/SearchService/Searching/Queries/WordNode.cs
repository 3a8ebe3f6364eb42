namespace SearchService.Searching.Queries;

/// <summary>Stub.</summary>
#pragma warning disable CS1573, CS1591
public sealed record WordNode(string Text, int Position, WordMatch Match = WordMatch.Inflected) : QueryNode(Position);
