namespace SearchService.Observability;

/// <summary>
/// The slowest searches of the last day and the last that found nothing, in memory alone and bounded. A search that is neither costs two comparisons. Safe for
/// all threads.
/// </summary>
public sealed class RecentSearches
{
    private const int KeptSlow = 20;
    private const int KeptEmpty = 50;
    private const int MaxQueryLength = 200;

    private static readonly TimeSpan Remembered = TimeSpan.FromDays(1);

    private readonly Lock _changing = new();
    private readonly List<RecentSearch> _slow = []; // slowest first
    private readonly LinkedList<RecentSearch> _empty = []; // newest first
    private readonly TimeProvider _time;

    // What takes no longer is not among the slowest, until the first of them is too old to be kept.
    private long _floor = -1;
    private long _floorUntil = long.MaxValue;

    /// <summary>Remembers searches.</summary>
    public RecentSearches(TimeProvider time) => _time = time;

    /// <summary>Takes a search into account.</summary>
    /// <param name="query">The query text.</param>
    /// <param name="took">How long it took.</param>
    /// <param name="total">How many articles were found; null if it was given up.</param>
    public void Add(string query, TimeSpan took, int? total)
    {
        var now = _time.GetUtcNow();
        if (total != 0 && took.Ticks <= Volatile.Read(ref _floor) && now.UtcTicks < Volatile.Read(ref _floorUntil))
        {
            return;
        }

        var search = new RecentSearch(Short(query), took, total, now);
        lock (_changing)
        {
            if (total == 0)
            {
                KeepEmpty(search);
            }

            KeepSlow(search);
        }
    }

    /// <summary>The slowest searches of the last day, slowest first; of equal queries the slowest one.</summary>
    public IReadOnlyList<RecentSearch> Slowest()
    {
        lock (_changing)
        {
            Forget(_time.GetUtcNow());
            return [.. _slow];
        }
    }

    /// <summary>The last searches that found nothing, newest first; of equal queries the newest one.</summary>
    public IReadOnlyList<RecentSearch> Empty()
    {
        lock (_changing)
        {
            return [.. _empty];
        }
    }

    private void KeepEmpty(RecentSearch search)
    {
        for (var node = _empty.First; node is not null; node = node.Next)
        {
            if (node.Value.Query == search.Query)
            {
                _empty.Remove(node);
                break;
            }
        }

        _empty.AddFirst(search);
        if (_empty.Count > KeptEmpty)
        {
            _empty.RemoveLast();
        }
    }

    private void KeepSlow(RecentSearch search)
    {
        Forget(search.At);
        if (_slow.FindIndex(other => other.Query == search.Query) is >= 0 and var same)
        {
            if (_slow[same].Took >= search.Took)
            {
                return;
            }

            _slow.RemoveAt(same);
        }

        var place = _slow.FindIndex(other => other.Took < search.Took);
        _slow.Insert(place < 0 ? _slow.Count : place, search);
        if (_slow.Count > KeptSlow)
        {
            _slow.RemoveAt(KeptSlow);
        }

        SetFloor();
    }

    private void Forget(DateTimeOffset now)
    {
        if (_slow.RemoveAll(search => now - search.At > Remembered) > 0)
        {
            SetFloor();
        }
    }

    private void SetFloor()
    {
        var full = _slow.Count == KeptSlow;
        Volatile.Write(ref _floor, full ? _slow[^1].Took.Ticks : -1);
        Volatile.Write(ref _floorUntil, full ? (_slow.Min(search => search.At) + Remembered).UtcTicks : long.MaxValue);
    }

    // A cut never leaves half of a character.
    private static string Short(string query) => query.Length <= MaxQueryLength
        ? query
        : string.Concat(query.AsSpan(0, char.IsHighSurrogate(query[MaxQueryLength - 1]) ? MaxQueryLength - 1 : MaxQueryLength), "…");
}
