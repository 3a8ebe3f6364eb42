namespace SearchService.Searching.Queries;

/// <summary>Clauses that belong together.</summary>
/// <param name="Parts">The clauses, one at least.</param>
public abstract record CombinedClause(IReadOnlyList<QueryClause> Parts) : QueryClause
{
    /// <inheritdoc/>
    public override IReadOnlyList<QueryClause> Inner => Parts;
}
