using Lucene.Net.Index;
using Lucene.Net.Search;
using SearchService.Analysis;
using SearchService.Indexing;

namespace SearchService.Searching.Ranking;

/// <summary>What the length of a field does to the weight of a word in it: BM25's <c>1 / (1 - b + b · length / average)</c>, worked out for every code of a length.</summary>
internal sealed class CollectionLengths
{
    private readonly float[] _headline;
    private readonly float[] _text;

    public CollectionLengths(IndexSearcher searcher, RankingParameters parameters)
    {
        HeadlineAverage = Average(searcher, IndexSchema.Headline);
        TextAverage = Average(searcher, IndexSchema.Text);
        _headline = Factors(HeadlineAverage, parameters.HeadlineB);
        _text = Factors(TextAverage, parameters.TextB);
    }

    /// <summary>The average length of headlines, in words.</summary>
    public double HeadlineAverage { get; }

    /// <summary>The average length of texts, in words.</summary>
    public double TextAverage { get; }

    /// <summary>The factors of a segment's documents in a field; null where the field has no lengths.</summary>
    public FieldFactors? Of(AtomicReader segment, string field) => field switch
    {
        IndexSchema.Headline => new FieldFactors(_headline, segment.GetNormValues(IndexSchema.At(IndexSchema.Headline, AnalysisLevel.Lemma))),
        IndexSchema.Text or IndexSchema.Stems => new FieldFactors(_text, segment.GetNormValues(IndexSchema.At(IndexSchema.Text, AnalysisLevel.Lemma))),
        _ => null,
    };

    private static float[] Factors(double average, double b) => [.. FieldLengths.Decoded.Select(length => (float)(1 / (1 - b + (b * length / average))))];

    private static double Average(IndexSearcher searcher, string field)
    {
        // The forms tell the words; at the lemma level a word with two readings would count twice.
        var statistics = searcher.CollectionStatistics(IndexSchema.At(field, AnalysisLevel.Exact));
        return statistics.DocCount > 0 ? (double)statistics.SumTotalTermFreq / statistics.DocCount : 1;
    }

    /// <summary>The factors of one field of one segment.</summary>
    public sealed class FieldFactors(float[] factors, NumericDocValues? codes)
    {
        /// <summary>The factor of a document; 1 if no document of the segment has the field.</summary>
        public float Of(int document) => codes is null ? 1 : factors[(byte)codes.Get(document)];
    }
}
