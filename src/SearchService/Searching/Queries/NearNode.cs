namespace SearchService.Searching.Queries;

/// <summary>Two nodes that must stand near each other, in either order: <c>a PRES/5 b</c>, <c>a MEMEPARA b</c>.</summary>
/// <param name="Left">One: a word, a phrase, a field, another such node, or whatever stood in parentheses.</param>
/// <param name="Right">The other.</param>
/// <param name="Distance">The most positions from one to the other, 1 to 50; null: anywhere in the same paragraph.</param>
/// <param name="Position">Where the left one stands.</param>
public sealed record NearNode(QueryNode Left, QueryNode Right, int? Distance, int Position) : QueryNode(Position)
{
    /// <summary>The largest distance: beyond it, words stand in the same paragraph at most by chance.</summary>
    public const int MaxDistance = 50;

    /// <inheritdoc/>
    public override IReadOnlyList<QueryNode> Inner => [Left, Right];

    private protected override bool HasSameContent(QueryNode other) => other is NearNode near && near.Distance == Distance;
}
