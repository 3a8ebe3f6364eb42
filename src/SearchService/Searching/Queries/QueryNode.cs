namespace SearchService.Searching.Queries;

/// <summary>A part of a query as its author meant it; knows nothing of how it is searched.</summary>
/// <param name="Position">Where it starts in the query text, in UTF-16 units.</param>
public abstract record QueryNode(int Position)
{
    /// <summary>The nodes it is made of, in order; empty for a word, a phrase, days.</summary>
    public virtual IReadOnlyList<QueryNode> Inner => [];

    /// <summary>Whether another node says the same, wherever the two stand: equal trees up to positions.</summary>
    public bool SaysTheSame(QueryNode? other)
    {
        if (other is null || other.GetType() != GetType() || other.Inner.Count != Inner.Count || !HasSameContent(other))
        {
            return false;
        }

        for (var i = 0; i < Inner.Count; i++)
        {
            if (!Inner[i].SaysTheSame(other.Inner[i]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The query text that says the same: parsed, it gives an equal tree up to positions.</summary>
    public sealed override string ToString() => QueryWriter.Write(this);

    /// <summary>Whether what stands in a node of the same type beside its inner nodes is equal.</summary>
    private protected virtual bool HasSameContent(QueryNode other) => true;
}
