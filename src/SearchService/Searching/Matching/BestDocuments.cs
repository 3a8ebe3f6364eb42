using System.Numerics;
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
        var bounds = hits.Prunes ? ScoreBounds.Of(weight.Query, searcher, segment, count) : null;
        if (bounds is null || count <= ScoreBounds.FewDocuments || weight.GetScorer(segment, null) is not ArticleScorer scorer)
        {
            Walk(hits, documents, weight.GetScorer(segment, null));
            return;
        }

        // The most promising windows come first: the hits are good from the start, and more of the others can be left aside.
        using var rows = new RowBounds(scorer.Rows, matching, segment);
        using var windows = new PromisingWindows(documents, bounds, rows);
        hits.SetScorer(scorer);
        foreach (var window in windows.TakeBest())
        {
            Walk(hits, windows, window, scorer);
        }

        scorer = (ArticleScorer)weight.GetScorer(segment, null);
        hits.SetScorer(scorer);
        for (var window = windows.Next(0, scorer.LeastParts(hits.WorstKept)); window >= 0; window = windows.Next(window + 1, scorer.LeastParts(hits.WorstKept)))
        {
            Walk(hits, windows, window, scorer);
        }
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

    /// <summary>Collects the documents of a window that may be better than the worst hit.</summary>
    private void Walk(TopHits hits, PromisingWindows windows, int window, ArticleScorer scorer)
    {
        windows.Fill(window);
        for (var start = 0; start < WordScores.Window; start += DocumentSet.WordBits)
        {
            for (var left = windows.Promising(start, scorer.LeastParts(hits.WorstKept)); left != 0; left &= left - 1)
            {
                var place = start + BitOperations.TrailingZeroCount(left);
                var document = (window * WordScores.Window) + place;
                if (scorer.Most(windows.BoundOf(place), document) >= hits.WorstKept
                    && (!windows.KnowsPlaces || scorer.Most(windows.WordsOf(place) + scorer.OfRows(document), document) >= hits.WorstKept))
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
