namespace SearchService.Searching.Queries;

/// <summary>One thing that is looked for.</summary>
/// <param name="Text">The words as typed.</param>
/// <param name="Place">Where it is looked for.</param>
public abstract record QueryLeaf(string Text, QueryPlace Place) : QueryClause
{
    /// <inheritdoc/>
    public override IEnumerable<QueryLeaf> Leaves => [this];
}
