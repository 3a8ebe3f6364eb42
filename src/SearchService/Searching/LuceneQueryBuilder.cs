using Lucene.Net.Index;
using Lucene.Net.Search;
using SearchService.Analysis;
using SearchService.Indexing;
using SearchService.Searching.Queries;
using SearchService.Searching.Ranking;

namespace SearchService.Searching;

/// <summary>Translates an analysed query for Lucene: the only place that knows both.</summary>
public static class LuceneQueryBuilder
{
    // The length of a query is its limit. Lucene's own of 1024 would throw at a text of ideographs, each a word of its own.
    static LuceneQueryBuilder() => BooleanQuery.MaxClauseCount = int.MaxValue;

    /// <summary>The Lucene query.</summary>
    /// <param name="query">The query.</param>
    /// <param name="anyWord">Whether one of the words is enough. Phrases and exclusions always hold.</param>
    public static Query Build(AnalyzedQuery query, bool anyWord)
    {
        if (query.MatchesAll)
        {
            return new ConstantScoreQuery(new MatchAllDocsQuery()) { Boost = 0 };
        }

        // Words of grammar only help the order: they are no reason to find an article, nor to leave one out.
        var result = new BooleanQuery(disableCoord: true);
        var words = new BooleanQuery(disableCoord: true);
        foreach (var word in query.Words)
        {
            if (word.Optional)
            {
                result.Add(Word(word), Occur.SHOULD);
            }
            else
            {
                words.Add(Word(word), anyWord ? Occur.SHOULD : Occur.MUST);
            }
        }

        if (words.Clauses.Count > 0)
        {
            result.Add(words, Occur.MUST);
        }

        foreach (var phrase in query.Phrases)
        {
            result.Add(Phrase(phrase), Occur.MUST);
        }

        foreach (var word in query.ExcludedWords)
        {
            result.Add(Word(word), Occur.MUST_NOT);
        }

        foreach (var phrase in query.ExcludedPhrases)
        {
            result.Add(Phrase(phrase), Occur.MUST_NOT);
        }

        if (result.Clauses.Count > 0 && result.Clauses.All(clause => clause.IsProhibited))
        {
            result.Add(new ConstantScoreQuery(new MatchAllDocsQuery()) { Boost = 0 }, Occur.MUST);
        }

        return result;
    }

    /// <summary>A word counts by its best place; what stands in several places is hardly better than what stands in one.</summary>
    private static DisjunctionMaxQuery Word(QueryTerm word)
    {
        var places = new DisjunctionMaxQuery(RankingWeights.TieBreaker) { Boost = word.Optional ? RankingWeights.GrammaticalWord : 1 };
        foreach (var field in IndexSchema.TextFields)
        {
            places.Add(new BooleanQuery(disableCoord: true)
            {
                { Term(field, AnalysisLevel.Stem, word.Stem), Occur.SHOULD },
                { Term(field, AnalysisLevel.Exact, word.Exact), Occur.SHOULD },
            });
        }

        return places;
    }

    private static DisjunctionMaxQuery Phrase(IReadOnlyList<string> terms)
    {
        var places = new DisjunctionMaxQuery(RankingWeights.TieBreaker);
        foreach (var field in IndexSchema.TextFields)
        {
            if (terms.Count == 1)
            {
                places.Add(Term(field, AnalysisLevel.Exact, terms[0]));
                continue;
            }

            var phrase = new PhraseQuery { Boost = RankingWeights.Of(field, AnalysisLevel.Stem) };
            foreach (var term in terms)
            {
                phrase.Add(new Term(IndexSchema.At(field, AnalysisLevel.Exact), term));
            }

            places.Add(phrase);
        }

        return places;
    }

    private static TermQuery Term(string field, AnalysisLevel level, string term) =>
        new(new Term(IndexSchema.At(field, level), term)) { Boost = RankingWeights.Of(field, level) };
}
