namespace SearchService.Searching.Queries;

/// <summary>What is looked for in one place of an article: <c>titre:mot</c>, <c>source:(AFP OU Reuters)</c>.</summary>
/// <param name="Place">The place; never <see cref="QueryPlace.Everywhere"/>.</param>
/// <param name="Operand">Any node. In a field inside it, the inner place holds.</param>
/// <param name="Position">Where the name of the field stands.</param>
public sealed record FieldNode(QueryPlace Place, QueryNode Operand, int Position) : QueryNode(Position)
{
    /// <inheritdoc/>
    public override IReadOnlyList<QueryNode> Inner => [Operand];

    private protected override bool HasSameContent(QueryNode other) => other is FieldNode field && field.Place == Place;
}
