namespace SearchService.Searching.Queries;

/// <summary>A query text, understood.</summary>
/// <param name="Root">What is looked for, or null if there is nothing.</param>
/// <param name="Problems">What could not be taken as it stands.</param>
/// <param name="MatchesAll">Whether it is empty or <c>*</c>, which finds everything.</param>
public sealed record ParsedQuery(QueryNode? Root, IReadOnlyList<QueryProblem> Problems, bool MatchesAll);
