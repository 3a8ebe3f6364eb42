using SearchService.Searching.Queries;

namespace SearchService.Tests.Searching.Queries;

/// <summary>What an analysed query is made of, as tests read best.</summary>
internal static class Clauses
{
    /// <summary>The words that are looked for, in order.</summary>
    public static IReadOnlyList<QueryTerm> Terms(AnalyzedQuery query) => [.. query.Leaves.OfType<QueryTerm>()];

    /// <summary>What must not be found, in order.</summary>
    public static IReadOnlyList<QueryLeaf> Excluded(AnalyzedQuery query) => [.. In(query.Root).OfType<ExcludedClause>().SelectMany(clause => clause.Excluded.Leaves)];

    private static IEnumerable<QueryClause> In(QueryClause? clause) => clause is null ? [] : clause.Inner.SelectMany(In).Prepend(clause);
}
