using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Lucene.Net.Index;

namespace SearchService.Searching.Tables;

/// <summary>
/// What searches have worked out about one segment and the next ones use again: the documents of frequent terms and of filters, scores of words, places of terms. A segment
/// never changes, deletions aside, so all of it holds until the segment is merged away; it is forgotten with the segment. Safe for all threads.
/// </summary>
/// <remarks>
/// When the room is full, a table takes the place of others only if they have not been used for much longer than it took until it was asked for again, the idea of
/// Jiang and Zhang, "LIRS: an efficient low inter-reference recency set replacement policy" (SIGMETRICS 2002): more words than there is room for, searched
/// in turn, do not drive each other out.
/// </remarks>
internal sealed class SegmentTables
{
    /// <summary>How many sets a segment keeps: 128 MB for a million documents, and less in proportion.</summary>
    private const int MaxSets = 1024;

    /// <summary>How much memory scores and places may take in any case, in bytes a document of the segment.</summary>
    private const int OwnBytes = 256;

    /// <summary>However small the segment: so much may they take, in bytes.</summary>
    private const int LeastBytes = 1 << 20;

    /// <summary>How much memory scores and places of all segments may take beyond that, in bytes.</summary>
    private const long SharedBytes = 256 << 20;

    /// <summary>How many words are remembered to have been searched.</summary>
    private const int MaxSearched = 1 << 16;

    /// <summary>How many tables there may be, and with how many bytes even an empty one counts: with its keys and objects it takes some hundred.</summary>
    private const int MaxTables = 1 << 16;
    private const int LeastTable = 512;

    /// <summary>With one idle table so much goes as is idle, as a share of the room: a search for them should not be soon needed again.</summary>
    private const int IdleShare = 256;

    // A search for idle tables goes through all of them: after one in vain so many questions are answered with no.
    private const int LooksApart = 256;

    // A table goes when it has been idle for so many times the time between the last two searches of the one that comes.
    private const int Patience = 2;

    private static readonly ConditionalWeakTable<object, SegmentTables> Segments = [];
    private static readonly ConditionalWeakTable<AtomicReader, DocumentSet> Live = [];

    private static readonly TableRoom AllSegments = new(SharedBytes);

    private readonly long _own;
    private readonly TableRoom _shared;
    private readonly ConcurrentDictionary<object, DocumentSet> _sets = new();
    private readonly ConcurrentDictionary<object, Kept> _kept = new();
    private readonly ConcurrentDictionary<object, Asked> _asked = new();
    private readonly Lock _room = new();
    private long _bytes;
    private long _now; // counts what was asked for
    private long _nextLook;

    /// <summary>Tables of a segment.</summary>
    /// <param name="size">How many documents it has.</param>
    /// <param name="shared">What it may take beyond its own share, if others leave it.</param>
    internal SegmentTables(int size, TableRoom shared)
    {
        _own = Math.Max((long)OwnBytes * size, LeastBytes);
        _shared = shared;
    }

    /// <summary>Gives back what it has taken: nobody tells when a segment is searched no more.</summary>
    ~SegmentTables() => _shared.Take(-Borrowed);

    private long Borrowed => Math.Max(0, _bytes - _own);

    private long Room => _kept.Count >= MaxTables ? Math.Min(_bytes, Limit) : Limit;

    private long Limit => Math.Max(_own, _own + Borrowed + _shared.Free);

    /// <summary>The tables of a segment.</summary>
    public static SegmentTables Of(AtomicReader segment) => Segments.GetValue(segment.CoreCacheKey, _ => new SegmentTables(segment.MaxDoc, AllSegments));

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

        kept.Used = Interlocked.Increment(ref _now);
        return kept.Value as T;
    }

    /// <summary>Remembers that a search asks for something that is not kept.</summary>
    /// <returns>Whether one has asked before: what was searched twice will be searched again.</returns>
    public bool IsSearchedAgain(object key)
    {
        var now = Interlocked.Increment(ref _now);
        if (_asked.TryGetValue(key, out var asked))
        {
            _asked[key] = new Asked(now, now - asked.Last);
            return true;
        }

        _asked[key] = new Asked(now, long.MaxValue);
        MakeRoom(_asked, MaxSearched);
        return false;
    }

    /// <summary>Whether something would be kept.</summary>
    /// <param name="key">By what it would be found again.</param>
    /// <param name="bytes">How much memory it would take.</param>
    public bool HasRoomFor(object key, long bytes)
    {
        lock (_room)
        {
            bytes = Math.Max(bytes, LeastTable);
            return _bytes + bytes <= Room || Idle(key, _bytes + bytes - Room).Count > 0;
        }
    }

    /// <summary>Keeps something, if there is room or what has been idle for long makes room.</summary>
    /// <param name="key">By what it is found again; of a type of its own for each kind.</param>
    /// <param name="value">What to keep.</param>
    /// <param name="bytes">How much memory it takes.</param>
    public void Keep(object key, object value, long bytes)
    {
        bytes = Math.Max(bytes, LeastTable);
        lock (_room)
        {
            Remove(key);
            if (_bytes + bytes > Room)
            {
                var idle = Idle(key, _bytes + bytes - Room);
                if (idle.Count == 0)
                {
                    return;
                }

                idle.ForEach(Remove);
            }

            _kept[key] = new Kept(value, bytes) { Used = Interlocked.Increment(ref _now) };
            Add(bytes);
        }
    }

    /// <summary>Tables that have been idle for longer than it took until something was asked for again, as many as make room for it; none if they do not.</summary>
    private List<object> Idle(object key, long bytes)
    {
        var now = Interlocked.Read(ref _now);
        if (now < _nextLook || !_asked.TryGetValue(key, out var asked) || asked.Interval == long.MaxValue)
        {
            return [];
        }

        List<object> idle = [];
        var more = Room / IdleShare;
        foreach (var (former, kept) in _kept.Where(kept => kept.Value.Used < now - (Patience * asked.Interval)).OrderBy(kept => kept.Value.Used))
        {
            idle.Add(former);
            bytes -= kept.Bytes;
            if (bytes + more <= 0)
            {
                break;
            }
        }

        if (bytes <= 0)
        {
            return idle;
        }

        _nextLook = now + LooksApart;
        return [];
    }

    private void Remove(object key) => Add(_kept.TryRemove(key, out var kept) ? -kept.Bytes : 0);

    private void Add(long bytes)
    {
        var borrowed = Borrowed;
        _bytes += bytes;
        _shared.Take(Borrowed - borrowed);
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

    private readonly record struct Asked(long Last, long Interval);

    private sealed record Kept(object Value, long Bytes)
    {
        public long Used { get; set; }
    }
}
