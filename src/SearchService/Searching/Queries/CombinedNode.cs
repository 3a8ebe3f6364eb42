namespace SearchService.Searching.Queries;

/// <summary>Nodes that belong together.</summary>
/// <param name="Parts">The nodes in order, two at least.</param>
/// <param name="Position">Where the first stands.</param>
public abstract record CombinedNode(IReadOnlyList<QueryNode> Parts, int Position) : QueryNode(Position)
{
    /// <inheritdoc/>
    public override IReadOnlyList<QueryNode> Inner => Parts;
}
