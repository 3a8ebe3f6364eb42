using System.Globalization;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using SearchService.Indexing;

namespace SearchService.Searching.Ranking;

/// <summary>
/// A whole query: what finds the articles and scores their words, and on top what only the article as a whole tells: how near the words stand, whether
/// the headline holds them in a row, how recent it is.
/// </summary>
public sealed class ArticleQuery : Query
{
    private readonly Query _words;
    private readonly IReadOnlyList<WordRow> _rows;
    private readonly Recency _recency;
    private readonly RankingParameters _parameters;

    /// <summary>Ranks the articles that a query finds.</summary>
    /// <param name="words">Finds the articles; its score is the sum of its words.</param>
    /// <param name="rows">The words that follow each other in the query.</param>
    /// <param name="recency">How recency counts.</param>
    /// <param name="parameters">The constants.</param>
    public ArticleQuery(Query words, IReadOnlyList<WordRow> rows, Recency recency, RankingParameters parameters)
    {
        _words = words;
        _rows = rows;
        _recency = recency;
        _parameters = parameters;
    }

    /// <summary>What finds the articles and scores their words.</summary>
    internal Query Words => _words;

    /// <summary>The words that follow each other in the query.</summary>
    internal IReadOnlyList<WordRow> Rows => _rows;

    /// <inheritdoc/>
    public override Query Rewrite(IndexReader reader)
    {
        var rewritten = _words.Rewrite(reader);
        return ReferenceEquals(rewritten, _words) ? this : new ArticleQuery(rewritten, _rows, _recency, _parameters) { Boost = Boost };
    }

    /// <inheritdoc/>
    public override Weight CreateWeight(IndexSearcher searcher) => new ArticleWeight(this, searcher);

    /// <inheritdoc/>
    public override string ToString(string field) => _words.ToString(field);

    private sealed class ArticleWeight : Weight
    {
        private readonly ArticleQuery _query;
        private readonly Weight _words;
        private readonly TermLookup _terms;
        private readonly double[][] _rarities;
        private readonly CollectionLengths _lengths;

        public ArticleWeight(ArticleQuery query, IndexSearcher searcher)
        {
            _query = query;
            _words = query._words.CreateWeight(searcher);
            _lengths = new CollectionLengths(searcher, query._parameters);
            _terms = TermLookup.In(searcher.IndexReader);
            _rarities = [.. query._rows.Select(row => row.Words.Select(word => Rarity(word.Word.Lemmas, searcher.IndexReader.MaxDoc)).ToArray())];
        }

        public override Query Query => _query;

        public override float GetValueForNormalization() => _words.GetValueForNormalization();

        public override void Normalize(float norm, float topLevelBoost) => _words.Normalize(norm, topLevelBoost);

        public override Scorer? GetScorer(AtomicReaderContext context, IBits acceptDocs) =>
            _words.GetScorer(context, acceptDocs) is { } words ? new ArticleScorer(this, words, Rows(context), context.AtomicReader, _query._recency) : null;

        public override Explanation Explain(AtomicReaderContext context, int doc)
        {
            var words = _words.Explain(context, doc);
            var sum = new Explanation(words.Value, "somme");
            foreach (var detail in words.Description.StartsWith("sum of", StringComparison.Ordinal) ? words.GetDetails() ?? [words] : [words])
            {
                if (detail.Value != 0)
                {
                    sum.AddDetail(detail);
                }
            }

            foreach (var row in Rows(context))
            {
                Add(sum, row.Pairs(doc), "mots voisins dans la requête et proches dans l'article");
                Add(sum, row.HeadlineRow(doc), "mots de la requête à la suite dans le titre");
            }

            var published = ArticleScorer.PublishedOf(context.AtomicReader, doc);
            var factor = _query._recency.Factor(published);
            var days = published is { } instant ? Math.Max(0, _query._recency.Now - instant) / 86_400_000 : 0;
            var whole = new Explanation((float)(sum.Value * factor), "pertinence des mots × fraîcheur");
            sum.Description = "pertinence des mots : somme des parties";
            whole.AddDetail(sum);
            whole.AddDetail(new Explanation((float)factor, published is null
                ? "fraîcheur : article sans date"
                : string.Create(CultureInfo.InvariantCulture, $"fraîcheur : {days} jours, demi-vie {_query._recency.HalfLifeDays:0.#} jours")));
            return whole;
        }

        private static void Add(Explanation sum, double value, string description)
        {
            if (value > 0)
            {
                sum.Value += (float)value;
                sum.AddDetail(new Explanation((float)value, description));
            }
        }

        private double Rarity(IReadOnlyList<string> lemmas, int documents) => lemmas.Min(lemma =>
            InverseDocumentFrequency.Of(
                IndexSchema.TextFields.Max(field => _terms.Frequency(new Term(IndexSchema.At(field, Analysis.AnalysisLevel.Lemma), lemma))), documents));

        private ProximityScorer[] Rows(AtomicReaderContext context) =>
            [.. _query._rows.Select((row, i) => new ProximityScorer(row, _rarities[i], context, _terms, _lengths, _query._parameters))];
    }
}
