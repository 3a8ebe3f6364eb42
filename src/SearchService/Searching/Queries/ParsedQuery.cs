namespace SearchService.Searching.Queries;

/// <summary>A query text, understood.</summary>
/// <param name="Root">What is asked for; null when there is nothing to search.</param>
/// <param name="Problems">What could not be taken as it stands, in the order of the text.</param>
/// <param name="MatchesAll">Whether the text is empty or <c>*</c>, which finds everything; there is no root then.</param>
public sealed record ParsedQuery(QueryNode? Root, IReadOnlyList<QueryProblem> Problems, bool MatchesAll)
{
    /// <summary>Whether the text asks a question.</summary>
    public bool IsQuestion { get; init; }

    /// <summary>The query text in its plainest form: parsed, it asks for the same.</summary>
    public override string ToString() => MatchesAll ? "*" : Root?.ToString() ?? "";
}
