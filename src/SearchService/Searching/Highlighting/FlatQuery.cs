using SearchService.Searching.Queries;

namespace SearchService.Searching.Highlighting;

/// <summary>The tree of a query that is still kept as lists.</summary>
public static class FlatQuery
{
    /// <summary>The words and phrases of a query as clauses, or null if it has none.</summary>
    public static QueryClause? Root(AnalyzedQuery query)
    {
        var parts = query.Terms
            .Concat<QueryClause>(query.Phrases.Select(forms => new QueryPhrase(string.Join(' ', forms), forms)))
            .Concat(query.ExcludedTerms.Select(term => new ExcludedClause(term)))
            .Concat(query.ExcludedPhrases.Select(forms => new ExcludedClause(new QueryPhrase(string.Join(' ', forms), forms))))
            .ToList();
        return parts.Count == 0 ? null : new WordsClause(parts);
    }
}
