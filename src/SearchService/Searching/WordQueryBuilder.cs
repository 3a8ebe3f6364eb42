using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Lucene.Net.Index;
using Lucene.Net.Search;
using SearchService.Analysis;
using SearchService.Indexing;
using SearchService.Searching.Matching;
using SearchService.Searching.Queries;
using SearchService.Searching.Ranking;

namespace SearchService.Searching;

/// <summary>Translates what is looked for, words, phrases and patterns, into queries that find and score it.</summary>
internal sealed class WordQueryBuilder(ExpandedForms forms, RankingParameters parameters)
{
    private static readonly ConditionalWeakTable<IReadOnlyList<string>, ConcurrentDictionary<RankingParameters, WordQuery>> Patterns = [];

    /// <summary>The query of a leaf.</summary>
    public Query Build(QueryLeaf leaf) => IndexField(leaf.Place) is { } field
        ? Unscored(InField(field, leaf)) // a field that is no text filters and has no score
        : leaf switch
        {
            QueryTerm term => Term(term),
            QueryPhrase phrase => Phrase(phrase),
            QueryPattern pattern => Pattern(pattern),
            _ => throw new ArgumentOutOfRangeException(nameof(leaf), leaf, "Not a leaf of a query."),
        };

    /// <summary>The fields of text of a place.</summary>
    public static IReadOnlyList<string> FieldsOf(QueryPlace place) => place switch
    {
        QueryPlace.Headline => [IndexSchema.Headline],
        QueryPlace.Text => [IndexSchema.Text],
        _ => IndexSchema.TextFields,
    };

    /// <summary>Lemmas in a row, in one field.</summary>
    public static Query LemmasInRow(string field, LemmaPhrase phrase)
    {
        var name = IndexSchema.At(field, AnalysisLevel.Lemma);
        if (phrase.Positions is [[var only]])
        {
            return new TermQuery(new Term(name, only));
        }

        if (phrase.Positions is [var readings])
        {
            var either = new BooleanQuery(disableCoord: true);
            foreach (var lemma in readings)
            {
                either.Add(new TermQuery(new Term(name, lemma)), Occur.SHOULD);
            }

            return either;
        }

        var query = new MultiPhraseQuery();
        foreach (var lemmas in phrase.Positions)
        {
            query.Add([.. lemmas.Select(lemma => new Term(name, lemma))]);
        }

        return query;
    }

    /// <summary>Folded forms in a row, in one field of the index.</summary>
    public static Query FormsInRow(string indexField, IReadOnlyList<string> forms, int slop)
    {
        if (forms.Count == 1)
        {
            return new TermQuery(new Term(indexField, forms[0]));
        }

        var query = new PhraseQuery { Slop = slop };
        foreach (var form in forms)
        {
            query.Add(new Term(indexField, form));
        }

        return query;
    }

    /// <summary>The field of the index for a place that is no text, or null.</summary>
    private static string? IndexField(QueryPlace place) => place switch
    {
        QueryPlace.Topic => IndexSchema.TopicWords,
        QueryPlace.Story => IndexSchema.StoryWords,
        QueryPlace.Source => IndexSchema.SourceWords,
        QueryPlace.Byline => IndexSchema.BylineWords,
        _ => null,
    };

    private static ConstantScoreQuery Unscored(ConstantScoreQuery query)
    {
        query.Boost = 0;
        return query;
    }

    private static ConstantScoreQuery InField(string field, QueryLeaf leaf) => leaf switch
    {
        QueryPhrase phrase => new ConstantScoreQuery(FormsInRow(field, phrase.Forms, phrase.Slop)),
        QueryPattern { Match: WordMatch.Prefix } pattern => new ConstantScoreQuery(new KeptFilter(new PrefixQuery(new Term(field, pattern.Form)))),
        QueryPattern pattern => new ConstantScoreQuery(
            new KeptFilter(new FuzzyQuery(new Term(field, pattern.Form), PatternExpansion.EditsIn(pattern.Form), prefixLength: 1))),
        QueryTerm term => new ConstantScoreQuery(FormsInRow(field, [.. term.Words.Select(word => word.Exact)], 0)),
        _ => throw new ArgumentOutOfRangeException(nameof(leaf), leaf, "Not a leaf of a query."),
    };

    private Query Term(QueryTerm term)
    {
        var boost = term.Optional ? (float)parameters.GrammaticalWord : 1;
        if (term.Together)
        {
            return Together(term, boost);
        }

        if (term.Words is [var only])
        {
            return Word(only, term, boost);
        }

        // An expression with synonyms: its words anywhere, or one of the others in one piece.
        var words = new BooleanQuery(disableCoord: true);
        foreach (var word in term.Words)
        {
            words.Add(Word(word, term with { Alternatives = [] }, boost), Occur.MUST);
        }

        var alternatives = new List<Occurrence>();
        AddAlternatives(alternatives, term, skip: 0);
        return new DisjunctionMaxQuery(0) { words, new WordQuery(term.Text, alternatives, parameters) { Boost = boost } };
    }

    private WordQuery Word(QueryWord word, QueryTerm term, float boost)
    {
        var occurrences = new List<Occurrence>();
        Add(occurrences, AnalysisLevel.Exact, 0, finds: false, tellsRarity: true, 1, term.Place,
            field => new TermQuery(new Term(IndexSchema.At(field, AnalysisLevel.Exact), word.Exact)));
        for (var i = 0; i < word.Lemmas.Count; i++)
        {
            var lemma = word.Lemmas[i];
            var weight = i == 0 ? 1 : parameters.OtherReading;
            Add(occurrences, AnalysisLevel.Lemma, i, finds: true, tellsRarity: true, weight, term.Place,
                field => new TermQuery(new Term(IndexSchema.At(field, AnalysisLevel.Lemma), lemma)));
            if (term.Place != QueryPlace.Headline && !term.Optional)
            {
                var inOpening = new TermQuery(new Term(IndexSchema.At(IndexSchema.Opening, AnalysisLevel.Lemma), lemma));
                occurrences.Add(new Occurrence(
                    inOpening, IndexSchema.Opening, AnalysisLevel.Lemma, i, 1.0 / IndexSchema.OpeningEnds.Count, Finds: false, TellsRarity: false));
            }
        }

        AddAlternatives(occurrences, term, skip: 0);
        occurrences.Add(new Occurrence(
            new TermQuery(new Term(IndexSchema.Stems, word.Stem)), IndexSchema.Stems, AnalysisLevel.Stem, 0, 1, Finds: false, TellsRarity: true));
        return new WordQuery(word.Text, occurrences, parameters) { Boost = boost };
    }

    /// <summary>A hyphenated word: its parts in a row, or joined.</summary>
    private WordQuery Together(QueryTerm term, float boost)
    {
        var occurrences = new List<Occurrence>();
        Add(occurrences, AnalysisLevel.Exact, 0, finds: false, tellsRarity: true, 1, term.Place,
            field => FormsInRow(IndexSchema.At(field, AnalysisLevel.Exact), [.. term.Words.Select(word => word.Exact)], 0));
        Add(occurrences, AnalysisLevel.Lemma, 0, finds: true, tellsRarity: true, 1, term.Place, field => LemmasInRow(field, term.Phrase));
        if (term.Alternatives.Count > 0)
        {
            Add(occurrences, AnalysisLevel.Lemma, 1, finds: true, tellsRarity: true, 1, term.Place, field => LemmasInRow(field, term.Alternatives[0]));
        }

        AddAlternatives(occurrences, term, skip: 1);
        return new WordQuery(term.Text, occurrences, parameters) { Boost = boost };
    }

    private WordQuery Phrase(QueryPhrase phrase)
    {
        var occurrences = new List<Occurrence>();
        Add(occurrences, AnalysisLevel.Lemma, 0, finds: true, tellsRarity: true, 1, phrase.Place,
            field => FormsInRow(IndexSchema.At(field, AnalysisLevel.Exact), phrase.Forms, phrase.Slop));
        return new WordQuery(phrase.Text, occurrences, parameters);
    }

    /// <summary>The words of a pattern are kept with its forms: there are hundreds, and the next search for it has the same ones.</summary>
    private Query Pattern(QueryPattern pattern)
    {
        var found = forms.Of(pattern);
        return found.Count == 0 ? new BooleanQuery() : Patterns.GetValue(found, static _ => new()).GetOrAdd(parameters, _ => PatternWord(pattern, found));
    }

    private WordQuery PatternWord(QueryPattern pattern, IReadOnlyList<string> found)
    {
        var occurrences = new List<Occurrence>();
        foreach (var form in found)
        {
            Add(occurrences, AnalysisLevel.Lemma, 0, finds: true, tellsRarity: true, 1, pattern.Place,
                field => new TermQuery(new Term(IndexSchema.At(field, AnalysisLevel.Exact), form)));
        }

        return new WordQuery(pattern.Text, occurrences, parameters);
    }

    private void AddAlternatives(List<Occurrence> occurrences, QueryTerm term, int skip)
    {
        for (var i = skip; i < term.Alternatives.Count; i++)
        {
            var phrase = term.Alternatives[i];
            Add(occurrences, AnalysisLevel.Lemma, 1000 + i, finds: true, tellsRarity: false, parameters.Synonym, term.Place, field => LemmasInRow(field, phrase));
        }
    }

    private void Add(
        List<Occurrence> occurrences, AnalysisLevel level, int alternative, bool finds, bool tellsRarity, double weight, QueryPlace place, Func<string, Query> inField)
    {
        foreach (var field in FieldsOf(place))
        {
            var inHeadline = field == IndexSchema.Headline;
            occurrences.Add(new Occurrence(inField(field), field, level, alternative, inHeadline ? weight * parameters.Headline : weight, finds, tellsRarity));
        }
    }
}
