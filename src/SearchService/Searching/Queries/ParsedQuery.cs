namespace SearchService.Searching.Queries;

/// <summary>A query text, understood.</summary>
/// <param name="Clauses">Its parts in the order they stand.</param>
/// <param name="Problems">What could not be taken as it stands.</param>
/// <param name="MatchesAll">Whether it is empty or <c>*</c>, which finds everything.</param>
public sealed record ParsedQuery(IReadOnlyList<QueryNode> Clauses, IReadOnlyList<QueryProblem> Problems, bool MatchesAll);
