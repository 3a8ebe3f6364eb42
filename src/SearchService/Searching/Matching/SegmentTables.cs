using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Lucene.Net.Index;
using SearchService.Searching.Ranking;

namespace SearchService.Searching.Matching;

/// <summary>
/// What searches have worked out about one segment and the next ones use again: the documents of frequent terms and of filters, and bounds of scores. A segment
/// never changes, deletions aside, so all of it holds until the segment is merged away; it is forgotten with the segment. Safe for all threads.
/// </summary>
internal sealed class SegmentTables
{
    /// <summary>How many sets a segment keeps: 128 MB for a million documents, and less in proportion.</summary>
    private const int MaxSets = 1024;

    /// <summary>How much memory bounds may take, in bytes a document of the segment: a thousand words that are in a fifth of the articles.</summary>
    private const int MaxBoundsBytes = 512;

    /// <summary>How many words are remembered to have been searched once.</summary>
    private const int MaxSearched = 10_000;

    private static readonly ConditionalWeakTable<object, SegmentTables> Segments = [];
    private static readonly ConditionalWeakTable<AtomicReader, DocumentSet> Live = [];

    private readonly ConcurrentDictionary<object, DocumentSet> _sets = new();
    private readonly ConcurrentDictionary<WordQuery.BoundsOf, WordBounds> _bounds = new();
    private readonly ConcurrentDictionary<string, WordDocuments> _documents = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<WordQuery.BoundsOf, byte> _searched = new();
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
    public WordBounds? BoundsOf(WordQuery.BoundsOf key) => _bounds.GetValueOrDefault(key);

    /// <summary>Whether bounds pay: a word that was searched before will be searched again. Working them out costs more than the one search that asks.</summary>
    public bool IsSearchedAgain(WordQuery.BoundsOf key)
    {
        MakeRoom(_searched, MaxSearched);
        return !_searched.TryAdd(key, default);
    }

    /// <summary>Makes bounds and keeps them, in the place of older ones.</summary>
    /// <param name="key">What they are kept by.</param>
    /// <param name="scores">What the word scores.</param>
    /// <param name="documents">In which documents.</param>
    /// <param name="size">How many documents the segment has.</param>
    /// <param name="weight">What the word weighs.</param>
    public WordBounds Keep(WordQuery.BoundsOf key, List<float> scores, WordDocuments documents, int size, WordQuery.WordWeight weight)
    {
        // The documents are the same ones however the query weighs the word.
        var shared = _documents.GetOrAdd(key.Occurrences, documents);
        var bounds = new WordBounds(shared, scores, size, weight);
        var more = bounds.Size + (ReferenceEquals(shared, documents) ? documents.Size : 0);
        if (Interlocked.Add(ref _boundsBytes, more) > Math.Max((long)MaxBoundsBytes * size, 16L * more))
        {
            _bounds.Clear();
            _documents.Clear();
            Interlocked.Exchange(ref _boundsBytes, more);
        }

        _bounds[key] = bounds;
        return bounds;
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
    private static void MakeRoom<TKey, T>(ConcurrentDictionary<TKey, T> kept, int max)
        where TKey : notnull
    {
        if (kept.Count >= max)
        {
            kept.Clear();
        }
    }
}
