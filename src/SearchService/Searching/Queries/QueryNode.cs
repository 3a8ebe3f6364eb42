namespace SearchService.Searching.Queries;

/// <summary>A part of a query as its author meant it; knows nothing of how it is searched.</summary>
/// <param name="Position">Where it starts in the query text, in UTF-16 units.</param>
public abstract record QueryNode(int Position);
