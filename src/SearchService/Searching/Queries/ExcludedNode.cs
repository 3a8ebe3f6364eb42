namespace SearchService.Searching.Queries;

/// <summary>What must not be found: <c>-mot</c>, <c>SAUF mot</c>, <c>NOT mot</c>.</summary>
/// <param name="Excluded">Any node.</param>
/// <param name="Position">Where its sign or operator stands.</param>
public sealed record ExcludedNode(QueryNode Excluded, int Position) : QueryNode(Position)
{
    /// <inheritdoc/>
    public override IReadOnlyList<QueryNode> Inner => [Excluded];
}
