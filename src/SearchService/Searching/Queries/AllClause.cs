namespace SearchService.Searching.Queries;

/// <summary>Everything in it must be found: <c>ET</c>.</summary>
/// <param name="Parts">The clauses.</param>
public sealed record AllClause(IReadOnlyList<QueryClause> Parts) : CombinedClause(Parts);
