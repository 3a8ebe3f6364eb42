namespace SearchService.Searching.Queries;

/// <summary>What must not be found: <c>-</c>, <c>SAUF</c>.</summary>
/// <param name="Excluded">The clause.</param>
public sealed record ExcludedClause(QueryClause Excluded) : QueryClause
{
    /// <inheritdoc/>
    public override IEnumerable<QueryLeaf> Leaves => [];

    /// <inheritdoc/>
    public override IReadOnlyList<QueryClause> Inner => [Excluded];
}
