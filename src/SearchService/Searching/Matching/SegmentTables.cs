using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Lucene.Net.Index;

namespace SearchService.Searching.Matching;

/// <summary>
/// What searches have worked out about one segment and the next ones use again: the documents of frequent terms and of filters, and bounds of scores. A segment
/// never changes, deletions aside, so all of it holds until the segment is merged away; it is forgotten with the segment. Safe for all threads.
/// </summary>
internal sealed class SegmentTables
{
    /// <summary>How many sets a segment keeps: 128 MB for a million documents, and less in proportion.</summary>
    private const int MaxSets = 1024;

    /// <summary>How much memory bounds may take, in bytes a document of the segment: some hundred words that are in a fifth of the articles.</summary>
    private const int MaxBoundsBytes = 256;

    private static readonly ConditionalWeakTable<object, SegmentTables> Segments = [];
    private static readonly ConditionalWeakTable<AtomicReader, DocumentSet> Live = [];

    private readonly ConcurrentDictionary<object, DocumentSet> _sets = new();
    private readonly ConcurrentDictionary<object, WordBounds> _bounds = new();
    private long _boundsBytes;

    private SegmentTables()
    {
    }

    /// <summary>The tables of a segment.</summary>
    public static SegmentTables Of(AtomicReader segment) => Segments.GetValue(segment.CoreCacheKey, static _ => new SegmentTables());

    /// <summary>The documents of a view of a segment that are not deleted, or null if all are there.</summary>
    public static DocumentSet? LiveOf(AtomicReader segment) => segment.LiveDocs is null ? null : Live.GetValue(segment, static segment =>
    {
        var set = DocumentSet.Create(segment.MaxDoc);
        var live = segment.LiveDocs;
        for (var document = 0; document < segment.MaxDoc; document++)
        {
            if (live.Get(document))
            {
                set.Add(document);
            }
        }

        return set;
    });

    /// <summary>A kept set, made if it is not there yet.</summary>
    /// <param name="key">What it is the set of; equal for equal sets, and of a type of its own for each kind.</param>
    /// <param name="make">Makes it, deleted documents included.</param>
    public DocumentSet Set(object key, Func<DocumentSet> make) => Get(_sets, key, MaxSets, make);

    /// <summary>Kept bounds, or null.</summary>
    public WordBounds? BoundsOf(object key) => _bounds.GetValueOrDefault(key);

    /// <summary>Keeps bounds, in the place of older ones.</summary>
    /// <param name="key">What they are kept by.</param>
    /// <param name="bounds">The bounds.</param>
    /// <param name="documents">How many documents the segment has.</param>
    public void Keep(object key, WordBounds bounds, int documents)
    {
        if (Interlocked.Add(ref _boundsBytes, bounds.Size) > Math.Max((long)MaxBoundsBytes * documents, 16 * bounds.Size))
        {
            _bounds.Clear();
            Interlocked.Exchange(ref _boundsBytes, bounds.Size);
        }

        _bounds[key] = bounds;
    }

    private static T Get<T>(ConcurrentDictionary<object, T> kept, object key, int max, Func<T> make)
    {
        if (kept.TryGetValue(key, out var known))
        {
            return known;
        }

        MakeRoom(kept, max);
        return kept.GetOrAdd(key, make());
    }

    // What is in use is soon there again; keeping an order of use would cost more than that.
    private static void MakeRoom<T>(ConcurrentDictionary<object, T> kept, int max)
    {
        if (kept.Count >= max)
        {
            kept.Clear();
        }
    }
}
