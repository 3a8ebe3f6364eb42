using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using SearchService.Analysis;
using SearchService.Searching.Tables;

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
    private WordKey? _key;

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

    /// <summary>What its scores are kept by. Null for a phrase, which is rarely searched again.</summary>
    internal WordKey? Key => _key ??= _occurrences.Any(occurrence => occurrence is { Finds: true, Query: TermQuery }) ? new WordKey(_occurrences, _parameters) : null;

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

    /// <summary>What a word weighs in a view of the index.</summary>
    internal sealed class WordWeight : Weight
    {
        private readonly WordQuery _query;
        private readonly TermLookup _terms;
        private readonly Lazy<Weight?[]> _weights; // a word whose scores are known needs none
        private readonly CollectionLengths _lengths;
        private float _boost = 1;

        public WordWeight(WordQuery query, IndexSearcher searcher)
        {
            _query = query;
            _terms = TermLookup.In(searcher.IndexReader);
            _weights = new Lazy<Weight?[]>(() => [.. query._occurrences.Select(occurrence => occurrence.Query is TermQuery ? null : occurrence.Query.CreateWeight(searcher))]);
            _lengths = new CollectionLengths(searcher, query._parameters);
            Statistics = query.Key is { } key ? _terms.Statistics(key, () => Read(searcher.IndexReader)) : Read(searcher.IndexReader);
        }

        /// <summary>The collection that its scores depend on.</summary>
        public WordStatistics Statistics { get; }

        /// <summary>How many documents its terms have, each counted for itself: what walking through them costs.</summary>
        public long Cost(AtomicReaderContext segment)
        {
            var cost = 0L;
            for (var i = 0; i < _query._occurrences.Count; i++)
            {
                if (_query._occurrences[i].Finds)
                {
                    cost += _query._occurrences[i].Query is TermQuery term ? _terms.Frequency(term.Term, segment) : Documents(i, segment, null)?.GetCost() ?? 0;
                }
            }

            return cost;
        }

        /// <summary>What the word scores at most, however often and early it stands: a dampened frequency is below k1 + 1.</summary>
        public double Most => (Statistics.LevelWeights.Sum() * (_query._parameters.K1 + 1))
            + (Statistics.LevelWeights[(int)AnalysisLevel.Lemma] * _query._parameters.Opening);

        public override Query Query => _query;

        public override float GetValueForNormalization() => 1;

        public override void Normalize(float norm, float topLevelBoost) => _boost = topLevelBoost * _query.Boost;

        public override Scorer? GetScorer(AtomicReaderContext context, IBits? acceptDocs) =>
            acceptDocs is null && Known(context) is { } known ? new KnownWordScorer(this, known, _boost) : ScorerOfPostings(context, acceptDocs);

        public override Explanation Explain(AtomicReaderContext context, int doc)
        {
            if (ScorerOfPostings(context, context.AtomicReader.LiveDocs) is not { } scorer || scorer.Advance(doc) != doc)
            {
                return new Explanation(0, $"« {_query.Text} » absent");
            }

            return scorer.Explain(_query.Text);
        }

        /// <summary>Scores all documents of a segment, deleted ones included, as the scorer would: documents ascending, and their scores at a boost of 1.</summary>
        public (List<int> Documents, List<float> Scores) ScoreAll(AtomicReaderContext segment) =>
            new WordBulkScorer(Postings(segment, null), Statistics.LevelWeights, _query._parameters).ScoreAll();

        /// <summary>The scores in a segment as they would be worked out now, if they are known.</summary>
        private WordScores? Known(AtomicReaderContext segment) => _query.Key is { } key
            && SegmentTables.Of(segment.AtomicReader).Get<WordScores>(key) is { } scores && scores.AreExact(Statistics) ? scores : null;

        private WordScorer? ScorerOfPostings(AtomicReaderContext context, IBits? acceptDocs)
        {
            var postings = Postings(context, acceptDocs);
            return Array.Exists(postings, posting => posting.Finds) ? new WordScorer(this, postings, Statistics.LevelWeights, _query._parameters, _boost) : null;
        }

        private WordPostings[] Postings(AtomicReaderContext context, IBits? acceptDocs)
        {
            var postings = new List<WordPostings>(_query._occurrences.Count);
            for (var i = 0; i < _query._occurrences.Count; i++)
            {
                var occurrence = _query._occurrences[i];
                if (Documents(i, context, acceptDocs) is { } documents)
                {
                    postings.Add(new WordPostings(documents, occurrence, _lengths.Of(context.AtomicReader, occurrence.Field)));
                }
            }

            return [.. postings];
        }

        /// <summary>The documents of an occurrence. Those of a single term come straight from its postings: a scorer of Lucene would only add a score that is not used.</summary>
        private DocsEnum? Documents(int occurrence, AtomicReaderContext context, IBits? acceptDocs)
        {
            var query = _query._occurrences[occurrence].Query;
            return query is TermQuery term
                ? _terms.Documents(term.Term, context, acceptDocs)
                : (acceptDocs is null ? KnownPhrase.Of(query, term => TermPlaces.Known(context.AtomicReader, term)) : null)
                    ?? _weights.Value[occurrence]!.GetScorer(context, acceptDocs) as DocsEnum;
        }

        private WordStatistics Read(IndexReader reader)
        {
            var levelWeights = new double[3];
            foreach (var level in _query._occurrences.GroupBy(occurrence => occurrence.Level))
            {
                // The least rare of its readings: a query that is ambiguous tells no more than that.
                var rarities = level.Where(occurrence => occurrence.TellsRarity).Select(Rarity).ToList();
                rarities = rarities.TrueForAll(rarity => rarity is null) ? [.. level.Select(Rarity)] : rarities;
                levelWeights[(int)level.Key] = _query.Share(level.Key) * (rarities.Min() ?? 0);
            }

            return new WordStatistics(levelWeights, _lengths.HeadlineAverage, _lengths.TextAverage);

            double? Rarity(Occurrence occurrence) => InverseDocumentFrequency.Of(occurrence.Query, reader);
        }
    }
}
