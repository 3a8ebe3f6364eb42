using System.Globalization;
using Lucene.Net.Search;
using SearchService.Indexing;
using SearchService.Searching.Matching;
using SearchService.Searching.Queries;
using SearchService.Searching.Ranking;

namespace SearchService.Searching;

/// <summary>
/// Translates an analysed query for Lucene, with <see cref="WordQueryBuilder"/> for what is looked for and <see cref="NearQueryBuilder"/> for what stands
/// near. Operators decide what is found; the score is that of the words that are, wherever in the query they stand.
/// </summary>
public sealed class LuceneQueryBuilder
{
    private readonly WordQueryBuilder _leaves;
    private readonly NearQueryBuilder _near;
    private readonly bool _anyWord;

    // The length of a query is its limit. Lucene's own of 1024 would throw at a text of ideographs, each a word of its own.
    static LuceneQueryBuilder() => BooleanQuery.MaxClauseCount = int.MaxValue;

    private LuceneQueryBuilder(ExpandedForms forms, RankingParameters parameters, bool anyWord)
    {
        _leaves = new WordQueryBuilder(forms, parameters);
        _near = new NearQueryBuilder(forms);
        _anyWord = anyWord;
    }

    /// <summary>The Lucene query. Articles are found by lemmas; the form as typed, the stem and nearness only help the order.</summary>
    /// <param name="query">The query.</param>
    /// <param name="anyWord">Whether one of the words in a row is enough. Phrases, exclusions and fields always hold.</param>
    /// <param name="forms">What its patterns stand for.</param>
    /// <param name="recency">How recency counts.</param>
    /// <param name="parameters">The constants of the ranking.</param>
    public static Query Build(AnalyzedQuery query, bool anyWord, ExpandedForms forms, Recency recency, RankingParameters parameters)
    {
        if (query.Root is null)
        {
            return Everything();
        }

        parameters = parameters.For(query.Leaves.Sum(leaf => leaf is QueryTerm term ? term.Optional ? 0 : term.Words.Count : 1), query.IsQuestion);
        var builder = new LuceneQueryBuilder(forms, parameters, anyWord);
        var clauses = builder.Combine(query.Root is CombinedClause and not AnyClause ? (CombinedClause)query.Root : new AllClause([query.Root]));
        return new ArticleQuery(clauses, WordRow.In(query.Root), recency, parameters);
    }

    private static ConstantScoreQuery Everything() => new(new MatchAllDocsQuery()) { Boost = 0 };

    private Query Build(QueryClause clause) => clause switch
    {
        AnyClause any => Either([.. any.Parts.Select(Build)]),
        CombinedClause combined => Combine(combined),
        ExcludedClause excluded => new BooleanQuery(disableCoord: true) { { Everything(), Occur.MUST }, { Build(excluded.Excluded), Occur.MUST_NOT } },
        NearClause near => Near(near),
        DaysClause days => Days(days.Days),
        QueryLeaf leaf => _leaves.Build(leaf),
        _ => throw new ArgumentOutOfRangeException(nameof(clause), clause, "Not a clause of a query."),
    };

    /// <summary>Clauses that all must hold; of words in a row the request may ask for only one. Words of grammar only help the order.</summary>
    private BooleanQuery Combine(CombinedClause combined)
    {
        var result = new BooleanQuery(disableCoord: true);
        var words = new BooleanQuery(disableCoord: true);
        var found = false;
        var narrowed = false;
        foreach (var part in combined.Parts)
        {
            switch (part)
            {
                case ExcludedClause excluded:
                    result.Add(Build(excluded.Excluded), Occur.MUST_NOT);
                    break;
                case QueryTerm { Optional: true } or QueryPhrase { Optional: true }:
                    result.Add(Build(part), Occur.SHOULD);
                    break;
                case QueryTerm when _anyWord && combined is WordsClause && AnalyzedQuery.IsRelaxable(part):
                    words.Add(Build(part), Occur.SHOULD);
                    break;
                default:
                    result.Add(Build(part), Occur.MUST);
                    narrowed = true;
                    found |= !AnalyzedQuery.IsFilter(part);
                    break;
            }
        }

        if (words.Clauses.Count > 0)
        {
            result.Add(words, found ? Occur.SHOULD : Occur.MUST);
        }
        else if (!narrowed)
        {
            result.Add(Everything(), Occur.MUST);
        }

        return result;
    }

    private static BooleanQuery Either(IReadOnlyList<Query> queries)
    {
        var either = new BooleanQuery(disableCoord: true);
        foreach (var query in queries)
        {
            either.Add(query, Occur.SHOULD);
        }

        return either;
    }

    /// <summary>Nearness finds, the words score.</summary>
    private BooleanQuery Near(NearClause near)
    {
        var result = new BooleanQuery(disableCoord: true) { { new ConstantScoreQuery(_near.Build(near)) { Boost = 0 }, Occur.MUST } };
        foreach (var leaf in near.Leaves)
        {
            result.Add(Build(leaf), Occur.SHOULD);
        }

        return result;
    }

    private static ConstantScoreQuery Days(DayRange days)
    {
        var range = TermRangeQuery.NewStringRange(IndexSchema.Day, Term(days.From), Term(days.To), includeLower: true, includeUpper: true);
        return new ConstantScoreQuery(new KeptFilter(range)) { Boost = 0 };

        static string? Term(int? day) => day?.ToString("00000000", CultureInfo.InvariantCulture);
    }
}
