namespace SearchService.Searching.Queries;

/// <summary>Clauses one after the other, without an operator: how many of its words must be found is for the request to say; all else must be found.</summary>
/// <param name="Parts">The clauses.</param>
public sealed record WordsClause(IReadOnlyList<QueryClause> Parts) : CombinedClause(Parts);
