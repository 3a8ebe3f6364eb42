namespace SearchService.Searching.Queries;

/// <summary>A query after French analysis: what is searched, highlighted and counted as missing.</summary>
/// <param name="Root">What an article must hold, or null if nothing is looked for.</param>
/// <param name="MatchesAll">Whether everything is asked for.</param>
/// <param name="Cut">Whether words beyond the limit were left aside.</param>
public sealed record AnalyzedQuery(QueryClause? Root, bool MatchesAll, bool Cut)
{
    /// <summary>Whether it asks a question.</summary>
    public bool IsQuestion { get; init; }

    /// <summary>Whether there is nothing to search for.</summary>
    public bool IsEmpty => !MatchesAll && Root is null;

    /// <summary>Everything that is looked for, in order.</summary>
    public IEnumerable<QueryLeaf> Leaves => Root?.Leaves ?? [];

    /// <summary>The patterns, which stand for forms of the index.</summary>
    public IEnumerable<QueryPattern> Patterns => Walk(Root).OfType<QueryPattern>();

    /// <summary>Whether asking for any word instead of all can find more.</summary>
    public bool CanRelax => Walk(Root, intoFixed: false).OfType<WordsClause>().Any(words =>
        words.Parts.Count(part => part is not (ExcludedClause or QueryTerm { Optional: true } or QueryPhrase { Optional: true }) && !IsFilter(part)) > 1
        && words.Parts.Any(IsRelaxable));

    /// <summary>Analyses a query. A word that stands in a row of words twice is searched once.</summary>
    /// <param name="query">The query.</param>
    /// <param name="synonyms">What else may be found in the place of its words; phrases in quotes are left as they are.</param>
    /// <param name="maxTerms">How many words and phrases are kept.</param>
    /// <param name="citations">Whether its phrases are citations, whose words count more than their row (<see cref="Citations"/>).</param>
    public static AnalyzedQuery From(ParsedQuery query, Analysis.SynonymMap synonyms, int maxTerms = int.MaxValue, bool citations = false)
    {
        var reader = new QueryClauseReader(synonyms, maxTerms, citations);
        return new AnalyzedQuery(query.Root is null ? null : reader.Read(query.Root), query.MatchesAll, reader.Cut) { IsQuestion = query.IsQuestion };
    }

    /// <summary>Whether a clause is a word that need not be found when not all words must be: everything else always must.</summary>
    public static bool IsRelaxable(QueryClause clause) =>
        clause is QueryTerm { Optional: false, Place: QueryPlace.Everywhere or QueryPlace.Headline or QueryPlace.Text, IsFixed: false };

    /// <summary>Whether a clause only narrows, by date, topic, story, source or byline: it is no answer to what was asked.</summary>
    public static bool IsFilter(QueryClause clause) =>
        clause is DaysClause
        || (clause.Leaves.Any() && clause.Leaves.All(leaf => leaf.Place is QueryPlace.Topic or QueryPlace.Story or QueryPlace.Source or QueryPlace.Byline));

    private static IEnumerable<QueryClause> Walk(QueryClause? clause, bool intoFixed = true)
    {
        if (clause is null || (!intoFixed && clause is ExcludedClause or NearClause))
        {
            return [];
        }

        return clause.Inner.SelectMany(inner => Walk(inner, intoFixed)).Prepend(clause);
    }
}
