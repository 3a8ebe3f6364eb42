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

    /// <summary>The Lucene query. Articles are found by lemmas; the form as typed and the stem only help the order.</summary>
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
        foreach (var term in query.Terms)
        {
            if (term.Optional)
            {
                result.Add(Term(term), Occur.SHOULD);
            }
            else
            {
                words.Add(Term(term), anyWord ? Occur.SHOULD : Occur.MUST);
            }
        }

        if (words.Clauses.Count > 0)
        {
            result.Add(words, Occur.MUST);
        }

        foreach (var phrase in query.Phrases)
        {
            result.Add(ExactPhrase(phrase), Occur.MUST);
        }

        foreach (var term in query.ExcludedTerms)
        {
            result.Add(Term(term), Occur.MUST_NOT);
        }

        foreach (var phrase in query.ExcludedPhrases)
        {
            result.Add(ExactPhrase(phrase), Occur.MUST_NOT);
        }

        if (result.Clauses.Count > 0 && result.Clauses.All(clause => clause.IsProhibited))
        {
            result.Add(new ConstantScoreQuery(new MatchAllDocsQuery()) { Boost = 0 }, Occur.MUST);
        }

        return result;
    }

    private static Query Term(QueryTerm term)
    {
        if (term.Together)
        {
            return InBestPlace(field => Together(field, term));
        }

        if (term.Words.Count == 1)
        {
            return Word(term.Words[0], term.Alternatives, term.Optional);
        }

        // An expression with synonyms: its words anywhere, or one of the others in one piece.
        var words = new BooleanQuery(disableCoord: true);
        foreach (var word in term.Words)
        {
            words.Add(Word(word, [], optional: false), Occur.MUST);
        }

        var either = new DisjunctionMaxQuery(RankingWeights.TieBreaker) { words };
        foreach (var alternative in term.Alternatives)
        {
            either.Add(InBestPlace(field => Phrase(field, alternative)));
        }

        return either;
    }

    /// <summary>A word counts by its best place; what stands in several places is hardly better than what stands in one.</summary>
    private static DisjunctionMaxQuery InBestPlace(Func<string, Query> inField)
    {
        var places = new DisjunctionMaxQuery(RankingWeights.TieBreaker);
        foreach (var field in IndexSchema.TextFields)
        {
            places.Add(inField(field));
        }

        return places;
    }

    private static BooleanQuery Word(QueryWord word, IReadOnlyList<LemmaPhrase> alternatives, bool optional)
    {
        var places = InBestPlace(field => new BooleanQuery(disableCoord: true)
        {
            { OneOf([.. word.Lemmas.Select(lemma => AtLevel(field, AnalysisLevel.Lemma, lemma)), .. alternatives.Select(phrase => Phrase(field, phrase))]), Occur.MUST },
            { AtLevel(field, AnalysisLevel.Exact, word.Exact), Occur.SHOULD },
        });
        var stem = new TermQuery(new Term(IndexSchema.Stems, word.Stem)) { Boost = RankingWeights.Stem };
        var result = new BooleanQuery(disableCoord: true) { Boost = optional ? RankingWeights.GrammaticalWord : 1 };
        result.Add(places, Occur.MUST);
        result.Add(stem, Occur.SHOULD);
        return result;
    }

    private static BooleanQuery Together(string field, QueryTerm term)
    {
        var exact = new PhraseQuery { Boost = RankingWeights.Of(field, AnalysisLevel.Exact) };
        foreach (var word in term.Words)
        {
            exact.Add(new Term(IndexSchema.At(field, AnalysisLevel.Exact), word.Exact));
        }

        return new BooleanQuery(disableCoord: true)
        {
            { OneOf([Phrase(field, term.Phrase), .. term.Alternatives.Select(phrase => Phrase(field, phrase))]), Occur.MUST },
            { exact, Occur.SHOULD },
        };
    }

    /// <summary>Lemmas in a row.</summary>
    private static Query Phrase(string field, LemmaPhrase phrase)
    {
        if (phrase.Positions is [var only])
        {
            return OneOf([.. only.Select(lemma => AtLevel(field, AnalysisLevel.Lemma, lemma))]);
        }

        var query = new MultiPhraseQuery { Boost = RankingWeights.Of(field, AnalysisLevel.Lemma) };
        foreach (var lemmas in phrase.Positions)
        {
            query.Add([.. lemmas.Select(lemma => new Term(IndexSchema.At(field, AnalysisLevel.Lemma), lemma))]);
        }

        return query;
    }

    private static DisjunctionMaxQuery ExactPhrase(IReadOnlyList<string> terms) => InBestPlace(field =>
    {
        if (terms.Count == 1)
        {
            return AtLevel(field, AnalysisLevel.Exact, terms[0]);
        }

        var phrase = new PhraseQuery { Boost = RankingWeights.Of(field, AnalysisLevel.Lemma) };
        foreach (var term in terms)
        {
            phrase.Add(new Term(IndexSchema.At(field, AnalysisLevel.Exact), term));
        }

        return phrase;
    });

    /// <summary>Lemmas of one word stand at one place of a text: the best of them counts, not their sum.</summary>
    private static Query OneOf(IReadOnlyList<Query> alternatives)
    {
        if (alternatives.Count == 1)
        {
            return alternatives[0];
        }

        var either = new DisjunctionMaxQuery(0);
        foreach (var alternative in alternatives)
        {
            either.Add(alternative);
        }

        return either;
    }

    private static TermQuery AtLevel(string field, AnalysisLevel level, string term) =>
        new(new Term(IndexSchema.At(field, level), term)) { Boost = RankingWeights.Of(field, level) };
}
