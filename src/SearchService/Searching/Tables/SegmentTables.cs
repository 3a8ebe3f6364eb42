using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Lucene.Net.Index;

namespace SearchService.Searching.Tables;

/// <summary>
/// What searches have worked out about one segment and the next ones use again: the documents of frequent terms and of filters, scores of words, places of terms. A segment
/// never changes, deletions aside, so all of it holds until the segment is merged away; it is forgotten with the segment. Safe for all threads.
/// </summary>
internal sealed class SegmentTables
{
    /// <summary>How many sets a segment keeps: 128 MB for a million documents, and less in proportion.</summary>
    private const int MaxSets = 1024;

    /// <summary>How much memory scores and places may take, in bytes a document of the segment.</summary>
    private const int MaxBytes = 512;

    /// <summary>However small the segment: so much may scores and places take, in bytes.</summary>
    private const int LeastBytes = 1 << 20;

    /// <summary>How many words are remembered to have been searched once.</summary>
    private const int MaxSearched = 10_000;

    /// <summary>What a table takes beside its contents, in bytes, about.</summary>
    private const int Overhead = 512;

    private static readonly ConditionalWeakTable<object, SegmentTables> Segments = [];
    private static readonly ConditionalWeakTable<AtomicReader, DocumentSet> Live = [];

    private readonly int _size;
    private readonly ConcurrentDictionary<object, DocumentSet> _sets = new();
    private readonly ConcurrentDictionary<object, Kept> _kept = new();
    private readonly ConcurrentDictionary<object, byte> _searched = new();
    private readonly Lock _room = new();
    private long _bytes;

    private SegmentTables(int size) => _size = size;

    private long Room => Math.Max((long)MaxBytes * _size, LeastBytes);

    /// <summary>The tables of a segment.</summary>
    public static SegmentTables Of(AtomicReader segment) => Segments.GetValue(segment.CoreCacheKey, _ => new SegmentTables(segment.MaxDoc));

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
    public DocumentSet Set(object key, Func<DocumentSet> make)
    {
        if (_sets.TryGetValue(key, out var known))
        {
            return known;
        }

        MakeRoom(_sets, MaxSets);
        return _sets.GetOrAdd(key, make());
    }

    /// <summary>A kept set, or null.</summary>
    public DocumentSet? Known(object key) => _sets.GetValueOrDefault(key);

    /// <summary>What was kept, or null.</summary>
    /// <param name="key">By what it was.</param>
    public T? Get<T>(object key)
        where T : class
    {
        if (!_kept.TryGetValue(key, out var kept))
        {
            return null;
        }

        kept.IsUsed = true;
        return kept.Value as T;
    }

    /// <summary>Whether a table pays: what was searched before will be searched again. Working one out costs more than the one search that asks.</summary>
    public bool IsSearchedAgain(object key)
    {
        if (!_searched.TryAdd(key, default))
        {
            return true;
        }

        MakeRoom(_searched, MaxSearched);
        return false;
    }

    /// <summary>Keeps something, in the place of what has not been used for the longest time.</summary>
    /// <param name="key">By what it is found again; of a type of its own for each kind.</param>
    /// <param name="value">What to keep.</param>
    /// <param name="bytes">How much memory it takes.</param>
    public void Keep(object key, object value, int bytes)
    {
        bytes += Overhead;
        lock (_room)
        {
            if (_kept.TryGetValue(key, out var former))
            {
                _bytes -= former.Bytes;
            }

            _kept[key] = new Kept(value, bytes) { IsUsed = true };
            _bytes += bytes;
            if (_bytes > Room)
            {
                Forget(key);
            }
        }
    }

    /// <summary>Forgets what has not been used since the last time (the second-chance rule of page replacement), and half of the rest if that is too little.</summary>
    private void Forget(object newest)
    {
        foreach (var (key, kept) in _kept)
        {
            if (kept.IsUsed)
            {
                kept.IsUsed = false;
            }
            else
            {
                Remove(key);
            }
        }

        if (_bytes > Room * 3 / 4)
        {
            foreach (var key in _kept.Keys.Where(key => !key.Equals(newest)).TakeWhile(_ => _bytes > Room / 2))
            {
                Remove(key);
            }
        }

        void Remove(object key) => _bytes -= _kept.TryRemove(key, out var kept) ? kept.Bytes : 0;
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

    private sealed record Kept(object Value, int Bytes)
    {
        public volatile bool IsUsed;
    }
}
