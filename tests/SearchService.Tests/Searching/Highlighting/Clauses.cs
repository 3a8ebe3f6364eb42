using SearchService.Analysis;
using SearchService.Searching.Highlighting;
using SearchService.Searching.Queries;

namespace SearchService.Tests.Searching.Highlighting;

/// <summary>Short ways to make analysed queries and to see what they mark.</summary>
public static class Clauses
{
    /// <summary>The clauses of a query text.</summary>
    public static QueryClause? Query(string text, SynonymMap? synonyms = null) =>
        AnalyzedQuery.From(QueryParser.Parse(text, 256), synonyms ?? SynonymMap.Empty).Root;

    /// <summary>The terms of words in a row.</summary>
    public static List<QueryTerm> Terms(string text) => new QueryTermReader(SynonymMap.Empty).Read(text);

    /// <summary>A word, or a hyphenated word.</summary>
    public static QueryTerm Term(string text, QueryPlace place = QueryPlace.Everywhere) => Terms(text).Single() with { Place = place };

    public static WordsClause Words(params QueryClause[] parts) => new(parts);

    public static AllClause All(params QueryClause[] parts) => new(parts);

    public static AnyClause AnyOf(params QueryClause[] parts) => new(parts);

    public static ExcludedClause Not(QueryClause clause) => new(clause);

    public static NearClause Near(QueryClause left, QueryClause right, int? distance) => new(left, right, distance);

    public static QueryPhrase Phrase(string text, int slop = 0, QueryPlace place = QueryPlace.Everywhere) =>
        new(text, TextAnalysis.Analyze(text, AnalysisLevel.Exact).ConvertAll(token => token.Term), slop, place);

    public static QueryPattern Prefix(string form, QueryPlace place = QueryPlace.Everywhere) => new(form, form, WordMatch.Prefix, place);

    /// <summary>What patterns stand for.</summary>
    public static ExpandedForms Forms(params (QueryPattern Pattern, string[] Forms)[] patterns) =>
        new(patterns.ToDictionary(pattern => pattern.Pattern, pattern => (IReadOnlyList<string>)pattern.Forms), []);

    /// <summary>A text with what a query marks in brackets.</summary>
    public static string Mark(QueryClause? query, string text, QueryPlace place = QueryPlace.Text, ExpandedForms? forms = null) =>
        Brackets(Html.Mark(text, new Highlighter(query, forms ?? ExpandedForms.None).Find(text, place).Stretches));

    /// <summary>HTML with its marks as brackets.</summary>
    public static string Brackets(string html) => html.Replace("<mark>", "[", StringComparison.Ordinal).Replace("</mark>", "]", StringComparison.Ordinal);
}
