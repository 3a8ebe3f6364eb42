namespace SearchService.Searching.Queries;

/// <summary>A part of an analysed query: what an article must hold, in terms of the index but without any engine's types.</summary>
public abstract record QueryClause
{
    /// <summary>What is looked for in it, in order; not what is excluded.</summary>
    public virtual IEnumerable<QueryLeaf> Leaves => Inner.SelectMany(clause => clause.Leaves);

    /// <summary>The clauses it is made of.</summary>
    public virtual IReadOnlyList<QueryClause> Inner => [];
}
