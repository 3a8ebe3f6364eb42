using Lucene.Net.Index;
using Lucene.Net.Search;
using SearchService.Searching.Ranking;
using SearchService.Searching.Tables;

namespace SearchService.Searching.Matching;

/// <summary>
/// Gives the documents of a segment that match to the hits, those left aside that cannot be among the best: documents, and windows of them, whose bound is below the worst
/// hit so far are never scored. For one search.
/// </summary>
internal sealed class BestDocuments(IndexSearcher searcher, Weight weight, MatchingDocuments matching, Action checkTime)
{
    private const int DocumentsBetweenClockChecks = 2048;

    // So few are scored sooner than their bounds are added up.
    private const int FewDocuments = 512;

    // Some of the most promising windows come first: the hits are good from the start, and more of the others can be left aside.
    private const int FirstShare = 16;
    private const int MostFirst = 16;

    private int _untilClockCheck = DocumentsBetweenClockChecks;

    /// <summary>Collects by score.</summary>
    /// <param name="hits">What keeps the hits.</param>
    /// <param name="documents">The documents that match.</param>
    /// <param name="count">How many there are.</param>
    /// <param name="segment">The segment.</param>
    public void ByScore(TopHits hits, DocumentSet documents, int count, AtomicReaderContext segment)
    {
        if (count == 0)
        {
            return;
        }

        if (hits is { Prunes: true, IsContinued: false } && ScoreBounds.AreEqual(weight.Query))
        {
            ByDate(hits, documents, count, segment, newestFirst: true); // as the order of equals is
            return;
        }

        hits.SetNextReader(segment);
        if (!hits.Prunes || count <= FewDocuments
            || weight.GetScorer(segment, null) is not ArticleScorer scorer || ScoreBounds.Of(weight.Query, searcher, segment) is not { } bounds)
        {
            Walk(hits, documents, weight.GetScorer(segment, null));
            return;
        }

        using var rows = new RowBounds(scorer.Rows, matching, segment);
        using var first = First(documents, bounds.Windows);
        WalkPromising(hits, first, scorer, bounds, rows);
        documents.AndNot(first);
        WalkPromising(hits, documents, (ArticleScorer)weight.GetScorer(segment, null), bounds, rows);
    }

    /// <summary>Collects by date: the first ones of a list of all documents in that order.</summary>
    /// <param name="hits">What keeps the hits.</param>
    /// <param name="documents">The documents that match.</param>
    /// <param name="count">How many there are.</param>
    /// <param name="segment">The segment.</param>
    /// <param name="newestFirst">The order.</param>
    public void ByDate(TopHits hits, DocumentSet documents, int count, AtomicReaderContext segment, bool newestFirst)
    {
        if (count == 0)
        {
            return;
        }

        hits.SetNextReader(segment);
        if ((long)hits.Wanted * documents.Documents / count > count)
        {
            Walk(hits, documents, weight.GetScorer(segment, null)); // fewer than the list would have to be searched for
            return;
        }

        checkTime();
        using var best = DocumentSet.Rent(documents.Documents);
        var wanted = hits.Wanted;
        foreach (var document in SegmentColumns.Of(segment.AtomicReader).ByDate(newestFirst))
        {
            if (documents.Contains(document) && hits.IsBehindCursor(document))
            {
                best.Add(document);
                if (--wanted == 0)
                {
                    break;
                }
            }
        }

        Walk(hits, best, weight.GetScorer(segment, null));
    }

    /// <summary>The documents in the most promising windows.</summary>
    private static DocumentSet First(DocumentSet documents, float[] bounds)
    {
        var wanted = Math.Clamp(bounds.Length / FirstShare, 1, MostFirst);
        var best = new PriorityQueue<int, float>();
        for (var window = 0; window < bounds.Length; window++)
        {
            if (best.Count < wanted)
            {
                best.Enqueue(window, bounds[window]);
            }
            else if (best.TryPeek(out _, out var least) && bounds[window] > least)
            {
                best.DequeueEnqueue(window, bounds[window]);
            }
        }

        var first = DocumentSet.Rent(documents.Documents);
        foreach (var (window, _) in best.UnorderedItems)
        {
            var end = Math.Min((window + 1) * WordScores.Window, documents.Documents);
            for (var document = documents.NextFrom(window * WordScores.Window); document < end; document = documents.NextFrom(document + 1))
            {
                first.Add(document);
            }
        }

        return first;
    }

    /// <summary>Collects all documents.</summary>
    private void Walk(TopHits hits, DocumentSet documents, Scorer? scorer)
    {
        if (scorer is null)
        {
            return;
        }

        hits.SetScorer(scorer);
        for (var document = documents.NextFrom(0); document != DocIdSetIterator.NO_MORE_DOCS; document = documents.NextFrom(document + 1))
        {
            Collect(hits, document, scorer);
        }
    }

    /// <summary>Collects the documents that may be better than the worst hit.</summary>
    private void WalkPromising(TopHits hits, DocumentSet documents, ArticleScorer scorer, ScoreBounds bounds, RowBounds rows)
    {
        hits.SetScorer(scorer);
        Span<float> ofDocuments = stackalloc float[WordScores.Window];
        var document = documents.NextFrom(0);
        while (document != DocIdSetIterator.NO_MORE_DOCS)
        {
            var window = document / WordScores.Window;
            var end = (window + 1) * WordScores.Window;
            if (scorer.Most(bounds.Windows[window] + rows.Most) < hits.WorstKept)
            {
                document = documents.NextFrom(end);
                continue;
            }

            bounds.Fill(window, ofDocuments);
            for (; document < end; document = documents.NextFrom(document + 1))
            {
                var words = ofDocuments[document % WordScores.Window];
                if (scorer.Most(words + rows.Most) >= hits.WorstKept
                    && scorer.Most(words + rows.Of(document), document) >= hits.WorstKept
                    && (!rows.AreExact || scorer.Most(words + scorer.OfRows(document), document) >= hits.WorstKept))
                {
                    Collect(hits, document, scorer);
                }
            }
        }
    }

    private void Collect(TopHits hits, int document, Scorer scorer)
    {
        if (--_untilClockCheck == 0)
        {
            _untilClockCheck = DocumentsBetweenClockChecks;
            checkTime();
        }

        if (scorer.Advance(document) != document)
        {
            throw new InvalidOperationException($"Document {document} matches as a set and not for the scorer.");
        }

        hits.Collect(document);
    }
}
