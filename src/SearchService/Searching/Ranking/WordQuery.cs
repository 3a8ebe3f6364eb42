using System.Globalization;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using SearchService.Analysis;

namespace SearchService.Searching.Ranking;

/// <summary>
/// One word or expression of a query, found in any of its occurrences and scored by BM25F: what stands in the headline and the text is added up, each
/// at its weight and its field's length, before the sum is dampened; a word gains by standing early. Each level is scored so; the forms and the stems add a share.
/// </summary>
/// <remarks>
/// Robertson, Zaragoza, Taylor, "Simple BM25 extension to multiple weighted fields" (CIKM 2004): a sum of scores that are each dampened by themselves
/// would let a word that stands once in each field beat one that the article is about.
/// </remarks>
public sealed class WordQuery : Query
{
    private readonly IReadOnlyList<Occurrence> _occurrences;
    private readonly RankingParameters _parameters;

    /// <summary>Looks for a word.</summary>
    /// <param name="text">The word as typed, for explanations.</param>
    /// <param name="occurrences">How it may stand in an article; at least one finds.</param>
    /// <param name="parameters">The constants.</param>
    public WordQuery(string text, IReadOnlyList<Occurrence> occurrences, RankingParameters parameters)
    {
        Text = text;
        _occurrences = occurrences;
        _parameters = parameters;
    }

    /// <summary>The word as typed.</summary>
    public string Text { get; }

    /// <summary>How it may stand in an article.</summary>
    internal IReadOnlyList<Occurrence> Occurrences => _occurrences;

    /// <summary>What bounds of its score are kept by: all that its score depends on but the collection around it. Null if working them out would not pay, as for phrases.</summary>
    internal BoundsOf? BoundsKey => _occurrences.All(occurrence => occurrence.Query is TermQuery)
        ? new BoundsOf(
            string.Join(' ', _occurrences.Select(occurrence => string.Create(
                CultureInfo.InvariantCulture, $"{occurrence.Query} {(int)occurrence.Level}.{occurrence.Alternative}.{occurrence.Weight}.{occurrence.Finds}"))),
            _parameters)
        : null;

    /// <inheritdoc/>
    public override Weight CreateWeight(IndexSearcher searcher) => WeightIn(searcher);

    /// <summary>What the word weighs in a view of the index.</summary>
    internal WordWeight WeightIn(IndexSearcher searcher) => new(this, searcher);

    /// <inheritdoc/>
    public override string ToString(string field) => Text;

    /// <summary>What a level adds to the score, as a share of the lemmas' part.</summary>
    private double Share(AnalysisLevel level) => level switch
    {
        AnalysisLevel.Exact => _parameters.Exact,
        AnalysisLevel.Stem => _parameters.Stem,
        _ => 1,
    };

    /// <summary>What bounds of a word's score are kept by.</summary>
    /// <param name="Occurrences">How it may stand in an article.</param>
    /// <param name="Parameters">The constants of the query.</param>
    internal sealed record BoundsOf(string Occurrences, RankingParameters Parameters);

    /// <summary>What a word weighs in a view of the index.</summary>
    internal sealed class WordWeight : Weight
    {
        private readonly WordQuery _query;
        private readonly TermLookup _terms;
        private readonly Weight?[] _weights;
        private readonly double[] _levelWeights = new double[3];
        private readonly CollectionLengths _lengths;
        private double _boost = 1;

        public WordWeight(WordQuery query, IndexSearcher searcher)
        {
            _query = query;
            _terms = TermLookup.In(searcher.IndexReader);
            _weights = [.. query._occurrences.Select(occurrence => occurrence.Query is TermQuery ? null : occurrence.Query.CreateWeight(searcher))];
            _lengths = new CollectionLengths(searcher, query._parameters);
            foreach (var level in query._occurrences.GroupBy(occurrence => occurrence.Level))
            {
                // The least rare of its readings: a query that is ambiguous tells no more than that.
                var rarities = level.Where(occurrence => occurrence.TellsRarity).Select(Rarity).ToList();
                rarities = rarities.TrueForAll(rarity => rarity is null) ? [.. level.Select(Rarity)] : rarities;
                _levelWeights[(int)level.Key] = query.Share(level.Key) * (rarities.Min() ?? 0);
            }

            double? Rarity(Occurrence occurrence) => InverseDocumentFrequency.Of(occurrence.Query, searcher.IndexReader);
        }

        /// <summary>What each level weighs.</summary>
        public double[] LevelWeights => _levelWeights;

        /// <summary>The average length of headlines, in words.</summary>
        public double HeadlineAverage => _lengths.HeadlineAverage;

        /// <summary>The average length of texts, in words.</summary>
        public double TextAverage => _lengths.TextAverage;

        /// <summary>What the word scores at most, however often and early it stands: a dampened frequency is below k1 + 1.</summary>
        public double Most => (_levelWeights.Sum() * (_query._parameters.K1 + 1)) + (_levelWeights[(int)AnalysisLevel.Lemma] * _query._parameters.Opening);

        public override Query Query => _query;

        public override float GetValueForNormalization() => 1;

        public override void Normalize(float norm, float topLevelBoost) => _boost = topLevelBoost * _query.Boost;

        public override Scorer? GetScorer(AtomicReaderContext context, IBits? acceptDocs)
        {
            var postings = new List<WordPostings>(_weights.Length);
            for (var i = 0; i < _weights.Length; i++)
            {
                var occurrence = _query._occurrences[i];
                if (Documents(i, context, acceptDocs) is { } documents)
                {
                    postings.Add(new WordPostings(documents, occurrence, _lengths.Of(context.AtomicReader, occurrence.Field)));
                }
            }

            return postings.Exists(posting => posting.Finds)
                ? new WordScorer(this, [.. postings], [.. _levelWeights.Select(weight => weight * _boost)], _query._parameters)
                : null;
        }

        public override Explanation Explain(AtomicReaderContext context, int doc)
        {
            if (GetScorer(context, context.AtomicReader.LiveDocs) is not WordScorer scorer || scorer.Advance(doc) != doc)
            {
                return new Explanation(0, $"« {_query.Text} » absent");
            }

            return scorer.Explain(_query.Text);
        }

        /// <summary>The documents of an occurrence. Those of a single term come straight from its postings: a scorer of Lucene would only add a score that is not used.</summary>
        private DocsEnum? Documents(int occurrence, AtomicReaderContext context, IBits? acceptDocs) => _query._occurrences[occurrence].Query is TermQuery term
            ? _terms.Documents(term.Term, context, acceptDocs)
            : _weights[occurrence]!.GetScorer(context, acceptDocs);
    }
}
