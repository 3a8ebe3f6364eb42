using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Lucene.Net.Index;
using Lucene.Net.Search;
using SearchService.Analysis;
using SearchService.Indexing;
using SearchService.Searching.Tables;

namespace SearchService.Searching.Ranking;

/// <summary>What the length of a field does to the weight of a word in it: BM25's <c>1 / (1 - b + b · length / average)</c>, worked out for every code of a length.</summary>
internal sealed class CollectionLengths
{
    private static readonly ConditionalWeakTable<IndexReader, View> Views = [];

    private readonly float[] _headline;
    private readonly float[] _text;

    public CollectionLengths(IndexSearcher searcher, RankingParameters parameters)
    {
        var view = Views.GetValue(searcher.IndexReader, _ => new View(Average(searcher, IndexSchema.Headline), Average(searcher, IndexSchema.Text)));
        HeadlineAverage = view.HeadlineAverage;
        TextAverage = view.TextAverage;
        _headline = view.Factors.GetOrAdd((IndexSchema.Headline, parameters.HeadlineB), key => Factors(view.HeadlineAverage, key.B));
        _text = view.Factors.GetOrAdd((IndexSchema.Text, parameters.TextB), key => Factors(view.TextAverage, key.B));
    }

    /// <summary>The average length of headlines, in words.</summary>
    public double HeadlineAverage { get; }

    /// <summary>The average length of texts, in words.</summary>
    public double TextAverage { get; }

    /// <summary>The factors of a segment's documents in a field; null where the field has no lengths.</summary>
    public FieldFactors? Of(AtomicReader segment, string field) => field switch
    {
        IndexSchema.Headline => new FieldFactors(_headline, SegmentColumns.Of(segment).HeadlineLengths),
        IndexSchema.Text or IndexSchema.Stems => new FieldFactors(_text, SegmentColumns.Of(segment).TextLengths),
        _ => null,
    };

    private static float[] Factors(double average, double b) => [.. FieldLengths.Decoded.Select(length => (float)(1 / (1 - b + (b * length / average))))];

    private static double Average(IndexSearcher searcher, string field)
    {
        // The forms tell the words; at the lemma level a word with two readings would count twice.
        var statistics = searcher.CollectionStatistics(IndexSchema.At(field, AnalysisLevel.Exact));
        return statistics.DocCount > 0 ? (double)statistics.SumTotalTermFreq / statistics.DocCount : 1;
    }

    /// <summary>What all queries of a view share: the averages, and the factors for the few values that b takes.</summary>
    private sealed record View(double HeadlineAverage, double TextAverage)
    {
        public ConcurrentDictionary<(string Field, double B), float[]> Factors { get; } = new();
    }

    /// <summary>The factors of one field of one segment.</summary>
    public sealed class FieldFactors(float[] factors, byte[] codes)
    {
        /// <summary>The factor of a document; 1 if no document of the segment has the field.</summary>
        public float Of(int document) => codes.Length == 0 ? 1 : factors[codes[document]];
    }
}
