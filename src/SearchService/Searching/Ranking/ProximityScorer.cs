using Lucene.Net.Index;
using SearchService.Analysis;
using SearchService.Indexing;

namespace SearchService.Searching.Ranking;

/// <summary>
/// What the nearness of a row's words adds to an article's score, in one segment: each two neighbours of the query as far as they stand in the article as
/// they do in the query. Not for two threads.
/// </summary>
/// <remarks>
/// After Rasolofo and Savoy, "Term proximity scoring for keyword-based retrieval systems" (ECIR 2003): a pair at distance d counts 1/d², the counts
/// of an article are added up and dampened as BM25 does, and the rarity of the less rare word is the weight. Unlike there the distance is measured
/// from where the query would have the second word, so that « ministre de l'Intérieur » is as near as « ministre Intérieur », and order tells.
/// </remarks>
internal sealed class ProximityScorer
{
    /// <summary>Words farther from their place than this are not near: Rasolofo and Savoy's window of five.</summary>
    private const int Window = 5;

    private readonly WordPlaces[] _words;
    private readonly int[] _positions;
    private readonly double[] _pairWeights;
    private readonly double _rowWeight;
    private readonly RankingParameters _parameters;
    private readonly CollectionLengths.FieldFactors? _headlineLengths;
    private readonly CollectionLengths.FieldFactors? _textLengths;

    public ProximityScorer(
        WordRow row, double[] rarities, AtomicReaderContext context, TermLookup terms, CollectionLengths lengths, RankingParameters parameters)
    {
        _parameters = parameters;
        Row = row;
        _words = [.. row.Words.Select(word => new WordPlaces(word.Word.Lemmas, context, terms))];
        _positions = [.. row.Words.Select(word => word.Position)];
        _pairWeights = [.. rarities.Zip(rarities.Skip(1), Math.Min)];
        _rowWeight = rarities.Sum();
        _headlineLengths = lengths.Of(context.AtomicReader, IndexSchema.Headline);
        _textLengths = lengths.Of(context.AtomicReader, IndexSchema.Text);
    }

    /// <summary>The words.</summary>
    public WordRow Row { get; }

    /// <summary>The most that a document can gain by the whole row in its headline.</summary>
    public double MostOfRow => _parameters.HeadlinePhrase * _rowWeight;

    /// <summary>The most that a document can gain.</summary>
    public double Most => (_parameters.Proximity * (_parameters.K1 + 1) * _pairWeights.Sum()) + (_parameters.HeadlinePhrase * _rowWeight);

    /// <summary>The most that a document can gain by a word and the next one.</summary>
    public double MostOfPair(int first) => _parameters.Proximity * (_parameters.K1 + 1) * _pairWeights[first];

    /// <summary>Reads the places of all words in the segment that were asked for before, so that they are at hand.</summary>
    /// <returns>Whether all are at hand now.</returns>
    public bool ReadPlaces() => _words.Aggregate(true, (all, word) => word.Read() && all);

    /// <summary>What the pairs of a document add.</summary>
    public double Pairs(int document)
    {
        var score = 0.0;
        for (var i = 0; i < _pairWeights.Length; i++)
        {
            var nearness = 0.0;
            var expected = _positions[i + 1] - _positions[i];
            if (Nearness(_words[i].InText(document), _words[i + 1].InText(document), expected) is > 0 and var inText)
            {
                nearness += inText * (_textLengths?.Of(document) ?? 1);
            }

            if (Nearness(_words[i].InHeadline(document), _words[i + 1].InHeadline(document), expected) is > 0 and var inHeadline)
            {
                nearness += _parameters.Headline * inHeadline * (_headlineLengths?.Of(document) ?? 1);
            }

            score += _pairWeights[i] * nearness * (_parameters.K1 + 1) / (nearness + _parameters.K1);
        }

        return _parameters.Proximity * score;
    }

    /// <summary>What a document gains that has the row in its headline as it stands in the query.</summary>
    public double HeadlineRow(int document)
    {
        foreach (var start in _words[0].InHeadline(document))
        {
            var all = true;
            for (var i = 1; i < _words.Length && all; i++)
            {
                all = _words[i].InHeadline(document).Contains(start + _positions[i] - _positions[0]);
            }

            if (all)
            {
                return _parameters.HeadlinePhrase * _rowWeight;
            }
        }

        return 0;
    }

    /// <summary>Adds up how near two words stand: each place of the first with the places of the second around where it should be.</summary>
    private static double Nearness(ReadOnlySpan<int> first, ReadOnlySpan<int> second, int expected)
    {
        var sum = 0.0;
        var from = 0;
        foreach (var place in first)
        {
            var ideal = place + expected;
            while (from < second.Length && second[from] <= ideal - Window)
            {
                from++;
            }

            for (var i = from; i < second.Length && second[i] < ideal + Window; i++)
            {
                if (second[i] != place)
                {
                    var distance = 1 + Math.Abs(second[i] - ideal);
                    sum += 1.0 / (distance * distance);
                }
            }
        }

        return sum;
    }

    /// <summary>The places of a word, in whichever reading, in the documents of a segment; documents are asked for in ascending order.</summary>
    private sealed class WordPlaces
    {
        private readonly FieldPlaces _headline;
        private readonly FieldPlaces _text;

        public WordPlaces(IReadOnlyList<string> lemmas, AtomicReaderContext segment, TermLookup terms)
        {
            _headline = new FieldPlaces(lemmas, segment, terms, IndexSchema.At(IndexSchema.Headline, AnalysisLevel.Lemma));
            _text = new FieldPlaces(lemmas, segment, terms, IndexSchema.At(IndexSchema.Text, AnalysisLevel.Lemma));
        }

        public bool Read() => _headline.Read() & _text.Read();

        public ReadOnlySpan<int> InHeadline(int document) => _headline.In(document);

        public ReadOnlySpan<int> InText(int document) => _text.In(document);
    }
}
