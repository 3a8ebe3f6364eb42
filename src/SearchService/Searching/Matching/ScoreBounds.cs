using System.Numerics.Tensors;
using Lucene.Net.Index;
using Lucene.Net.Search;
using SearchService.Searching.Ranking;

namespace SearchService.Searching.Matching;

/// <summary>
/// Bounds of the scores that a query gives in each window of a segment: what its words score there at most, added up. A word's bounds are worked out when it is first
/// searched, which costs as much as scoring all its documents, and kept with the segment. For one search.
/// </summary>
internal sealed class ScoreBounds(IndexSearcher searcher)
{
    /// <summary>The bounds, or null if some part of the query has none: then any document may be the best.</summary>
    /// <param name="query">The query, rewritten.</param>
    /// <param name="segment">The segment.</param>
    public float[]? Find(Query query, AtomicReaderContext segment)
    {
        var bounds = new float[WordBounds.WindowsOf(segment.AtomicReader.MaxDoc)];
        return TryAdd(bounds, query, segment, 1) ? bounds : null;
    }

    private bool TryAdd(float[] bounds, Query query, AtomicReaderContext segment, float boost)
    {
        switch (query)
        {
            case ArticleQuery article:
                return TryAdd(bounds, article.Words, segment, boost * article.Boost);
            case WordQuery word:
                AddWord(bounds, word, segment, boost * word.Boost);
                return true;
            case ConstantScoreQuery { Boost: 0 }:
                return true;
            case BooleanQuery { CoordDisabled: true } clauses:
                return clauses.Clauses.Where(clause => !clause.IsProhibited).All(clause => TryAdd(bounds, clause.Query, segment, boost * clauses.Boost));
            case DisjunctionMaxQuery either: // its best part is at most their sum
                return either.All(part => TryAdd(bounds, part, segment, boost * either.Boost));
            default:
                return false;
        }
    }

    private void AddWord(float[] bounds, WordQuery word, AtomicReaderContext segment, float boost)
    {
        var weight = word.WeightIn(searcher);
        if (word.BoundsKey is not { } key)
        {
            TensorPrimitives.Add(bounds, (float)(weight.Most * boost), bounds);
            return;
        }

        var tables = SegmentTables.Of(segment.AtomicReader);
        var kept = tables.BoundsOf(key);
        if (kept?.Stretch(weight.LevelWeights, weight.HeadlineAverage, weight.TextAverage) is not { } stretch)
        {
            var scores = WordBounds.Best(weight.GetScorer(segment, null), segment.AtomicReader.MaxDoc);
            tables.Keep(key, kept = new WordBounds(scores, weight.LevelWeights, weight.HeadlineAverage, weight.TextAverage));
            stretch = 1;
        }

        TensorPrimitives.MultiplyAdd(kept!.Scores, boost * stretch, bounds, bounds);
    }
}
