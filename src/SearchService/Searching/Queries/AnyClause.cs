namespace SearchService.Searching.Queries;

/// <summary>One of them must be found: <c>OU</c>.</summary>
/// <param name="Parts">The clauses.</param>
public sealed record AnyClause(IReadOnlyList<QueryClause> Parts) : CombinedClause(Parts);
