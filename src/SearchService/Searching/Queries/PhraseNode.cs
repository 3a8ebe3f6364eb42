namespace SearchService.Searching.Queries;

/// <summary>Stub.</summary>
#pragma warning disable CS1573, CS1591
public sealed record PhraseNode(string Text, int Position, int Slop = 0) : QueryNode(Position);
