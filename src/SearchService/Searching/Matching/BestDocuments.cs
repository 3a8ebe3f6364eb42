using Lucene.Net.Index;
using Lucene.Net.Search;
using SearchService.Searching.Ranking;

namespace SearchService.Searching.Matching;

/// <summary>
/// Gives the documents of a segment that match to the hits, those left aside that cannot be among the best: in windows of documents whose bound is below the worst hit so far
/// nothing is read. For one search.
/// </summary>
internal sealed class BestDocuments(IndexSearcher searcher, Weight weight, Action checkTime)
{
    private const int DocumentsBetweenClockChecks = 2048;

    // Some of the most promising windows come first: the hits are good from the start, and more of the others can be left aside.
    private const int FirstShare = 16;
    private const int MostFirst = 16;

    private readonly ScoreBounds _bounds = new(searcher);
    private int _untilClockCheck = DocumentsBetweenClockChecks;

    /// <summary>Collects by score.</summary>
    /// <param name="hits">What keeps the hits; all documents are of interest to it if its <see cref="TopHits.WorstKept"/> never rises.</param>
    /// <param name="documents">The documents that match.</param>
    /// <param name="count">How many there are.</param>
    /// <param name="segment">The segment.</param>
    public void ByScore(TopHits hits, DocumentSet documents, int count, AtomicReaderContext segment)
    {
        if (count == 0)
        {
            return;
        }

        hits.SetNextReader(segment);
        if (!hits.Prunes || count <= WordBounds.Window || weight.GetScorer(segment, null) is not ArticleScorer scorer || _bounds.Find(weight.Query, segment) is not { } bounds)
        {
            Walk(hits, documents, weight.GetScorer(segment, null), null);
            return;
        }

        for (var window = 0; window < bounds.Length; window++)
        {
            bounds[window] = scorer.Most(bounds[window]);
        }

        using var first = First(documents, bounds);
        Walk(hits, first, weight.GetScorer(segment, null), null);
        documents.AndNot(first);
        Walk(hits, documents, scorer, bounds);
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
            Walk(hits, documents, weight.GetScorer(segment, null), null); // fewer than the list would have to be searched for
            return;
        }

        checkTime();
        var wanted = new List<int>(hits.Wanted);
        foreach (var document in SegmentColumns.Of(segment.AtomicReader).ByDate(newestFirst))
        {
            if (documents.Contains(document) && hits.IsBehindCursor(document))
            {
                wanted.Add(document);
                if (wanted.Count == hits.Wanted)
                {
                    break;
                }
            }
        }

        using var best = DocumentSet.Rent(documents.Documents);
        wanted.ForEach(best.Add);
        Walk(hits, best, weight.GetScorer(segment, null), null);
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
            var end = Math.Min((window + 1) * WordBounds.Window, documents.Documents);
            for (var document = documents.NextFrom(window * WordBounds.Window); document < end; document = documents.NextFrom(document + 1))
            {
                first.Add(document);
            }
        }

        return first;
    }

    private void Walk(TopHits hits, DocumentSet documents, Scorer? scorer, float[]? bounds)
    {
        if (scorer is null)
        {
            return;
        }

        hits.SetScorer(scorer);
        for (var document = documents.NextFrom(0); document != DocIdSetIterator.NO_MORE_DOCS;)
        {
            var window = document / WordBounds.Window;
            if (bounds is not null && bounds[window] < hits.WorstKept)
            {
                document = documents.NextFrom((window + 1) * WordBounds.Window);
                continue;
            }

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
            document = documents.NextFrom(document + 1);
        }
    }
}
