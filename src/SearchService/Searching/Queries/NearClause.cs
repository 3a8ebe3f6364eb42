namespace SearchService.Searching.Queries;

/// <summary>Two clauses that must stand near each other, in either order: <c>PRES/n</c>, <c>MEMEPARA</c>.</summary>
/// <param name="Left">One.</param>
/// <param name="Right">The other.</param>
/// <param name="Distance">The most positions from one to the other (1: side by side); null: anywhere in the same paragraph, or both in the headline.</param>
public sealed record NearClause(QueryClause Left, QueryClause Right, int? Distance) : QueryClause
{
    /// <inheritdoc/>
    public override IReadOnlyList<QueryClause> Inner => [Left, Right];
}
