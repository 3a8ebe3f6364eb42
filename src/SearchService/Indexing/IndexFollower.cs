using SearchService.Storage;

namespace SearchService.Indexing;

/// <summary>Keeps the live generation at the store's sequence, and tells those who wait for a change when searches see it.</summary>
public sealed class IndexFollower : IDisposable
{
    private const int BatchSize = 1000;

    /// <summary>How many changes may be applied without a commit: what a crash would have to replay.</summary>
    private const long MaxUncommitted = 5_000;

    private readonly ArticleStore _store;
    private readonly LiveIndex _live;
    private readonly ILogger<IndexFollower> _logger;
    private readonly SemaphoreSlim _wake = new(0, 1);
    private readonly Lock _waiting = new();
    private readonly List<(long Sequence, TaskCompletionSource Done)> _waiters = [];

    /// <summary>Follows a store with a live index.</summary>
    public IndexFollower(ArticleStore store, LiveIndex live, ILogger<IndexFollower> logger)
    {
        _store = store;
        _live = live;
        _logger = logger;
        _store.Changed += Wake;
    }

    /// <summary>Held while changes are applied to the live generation or another takes its place.</summary>
    public Lock Gate { get; } = new();

    /// <summary>How many changes of the store searches do not see yet.</summary>
    public long CountPending()
    {
        using var snapshot = _store.OpenSnapshot();
        return snapshot.CountChanges(_live.Current?.VisibleSequence ?? 0);
    }

    /// <summary>Whether someone waits for a change to be searchable: then there is no reason to gather more changes first.</summary>
    public bool SomeoneWaits
    {
        get
        {
            lock (_waiting)
            {
                return _waiters.Count > 0;
            }
        }
    }

    /// <summary>Returns when the store has changed since the last call, or after a time.</summary>
    /// <returns>Whether the store changed.</returns>
    public Task<bool> WaitForChangeAsync(TimeSpan timeout, CancellationToken cancellation) => _wake.WaitAsync(timeout, cancellation);

    /// <summary>Returns once searches see a change.</summary>
    public async Task WaitUntilVisibleAsync(long sequence, CancellationToken cancellation)
    {
        TaskCompletionSource done;
        lock (_waiting)
        {
            if (_live.Current?.VisibleSequence >= sequence)
            {
                return;
            }

            done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiters.Add((sequence, done));
        }

        Wake();
        await done.Task.WaitAsync(cancellation);
    }

    /// <summary>
    /// Applies all that the store has and the live generation has not, and shows it. Does nothing before a generation is live. After a failed write the
    /// last commit of the live generation is opened beside it and takes its place once it shows as much: until then searches keep their last view, so
    /// that nothing that was withdrawn comes back.
    /// </summary>
    /// <param name="parallelism">How many threads may analyse text.</param>
    /// <param name="cancellation">Stops between two batches; what was applied shows all the same.</param>
    /// <returns>How many changes were applied.</returns>
    public int CatchUp(int parallelism, CancellationToken cancellation)
    {
        var applied = 0;
        lock (Gate)
        {
            if (_live.Current is not { } live)
            {
                return 0;
            }

            var generation = live.IsAbandoned ? live.Reopen() : live;
            try
            {
                Write(generation, () => applied = Apply(generation, parallelism, cancellation));
                if (generation != live && generation.VisibleSequence >= live.VisibleSequence)
                {
                    _live.Swap(generation);
                }
            }
            finally
            {
                if (generation != _live.Current)
                {
                    generation.Dispose();
                }
            }
        }

        Release();
        return applied;
    }

    private int Apply(IndexGeneration generation, int parallelism, CancellationToken cancellation)
    {
        var applied = 0;
        while (!cancellation.IsCancellationRequested && ReadBatch(generation) is { Count: > 0 } changes)
        {
            generation.Apply(changes, parallelism, (id, cause) => IndexLog.Rejected(_logger, cause, id, generation.Name));
            applied += changes.Count;
            if (generation.AppliedSequence - generation.CommittedSequence >= MaxUncommitted)
            {
                // Whoever writes as fast as this reads would otherwise never see an end of it.
                generation.Commit();
                generation.Refresh();
                Release();
            }
        }

        if (generation.VisibleSequence < generation.AppliedSequence || generation.HasHiddenMerges)
        {
            generation.Refresh();
        }

        return applied;
    }

    private IReadOnlyList<StoredChange> ReadBatch(IndexGeneration generation)
    {
        using var snapshot = _store.OpenSnapshot();
        return snapshot.ReadChanges(generation.AppliedSequence, BatchSize);
    }

    /// <summary>Writes to a generation. If that fails, only its last commit can be trusted: the writer may have lost what it had taken.</summary>
    private static void Write(IndexGeneration generation, Action write)
    {
        try
        {
            write();
        }
        catch (Exception e) when (e is not StoreException)
        {
            generation.AbandonWriter();
            throw;
        }
    }

    /// <summary>Makes what the live generation holds durable; after a failed write, <see cref="CatchUp"/> comes first.</summary>
    public void Commit()
    {
        lock (Gate)
        {
            if (_live.Current is { IsAbandoned: false } generation
                && (generation.CommittedSequence < generation.AppliedSequence || generation.HasUncommittedMerges))
            {
                Write(generation, generation.Commit);
            }
        }
    }

    /// <summary>Lets the live generation merge its segments, in the background, until there are few: for a moment without much to write.</summary>
    public void Settle()
    {
        lock (Gate)
        {
            if (_live.Current is { IsAbandoned: false } generation)
            {
                Write(generation, generation.Settle);
            }
        }
    }

    /// <summary>Lets those go on whose change is visible.</summary>
    public void Release()
    {
        var visible = _live.Current?.VisibleSequence ?? 0;
        lock (_waiting)
        {
            foreach (var (sequence, done) in _waiters)
            {
                if (sequence <= visible)
                {
                    done.TrySetResult();
                }
            }

            _waiters.RemoveAll(waiter => waiter.Done.Task.IsCompleted);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _store.Changed -= Wake;
        _wake.Dispose();
    }

    private void Wake()
    {
        try
        {
            if (_wake.CurrentCount == 0)
            {
                _wake.Release();
            }
        }
        catch (Exception e) when (e is SemaphoreFullException or ObjectDisposedException)
        {
            // Two writers at the same time, or a write during the stop: either way nobody is left asleep.
        }
    }
}
