using SearchService.Storage;

namespace SearchService.Indexing;

/// <summary>
/// Brings a generation up to the store, checks it and puts it in the place of the live one. Searches go on with that one until the last step, which is one
/// pointer. Not for two threads.
/// </summary>
public sealed class GenerationHandover
{
    private const int BatchSize = 1000;

    private readonly ArticleStore _store;
    private readonly GenerationFolder _folder;
    private readonly LiveIndex _live;
    private readonly IndexFollower _follower;
    private readonly PublishingCheck[] _checks;
    private readonly ILogger<GenerationHandover> _logger;

    /// <summary>Hands the live index of a store over.</summary>
    public GenerationHandover(
        ArticleStore store, GenerationFolder folder, LiveIndex live, IndexFollower follower, IEnumerable<PublishingCheck> checks,
        ILogger<GenerationHandover> logger)
    {
        _store = store;
        _folder = folder;
        _live = live;
        _follower = follower;
        _checks = [.. checks];
        _logger = logger;
    }

    /// <summary>Publishes a generation. If it throws, the caller closes the generation unless that is live by then; the former one is live, or both are whole.</summary>
    /// <param name="generation">The generation, open for writing; nobody else knows it.</param>
    /// <param name="parallelism">How many threads may analyse text.</param>
    /// <param name="report">Told after each batch.</param>
    /// <param name="cancellation">Stops between two batches or checks, and within a merge or commit. The writer of the generation is then closed.</param>
    /// <returns>The checks, all passed.</returns>
    /// <exception cref="IndexException">The generation cannot be written, or a check failed.</exception>
    public IReadOnlyList<RebuildCheck> Run(IndexGeneration generation, int parallelism, Action<RebuildProgress> report, CancellationToken cancellation)
    {
        var checks = PrepareAndCheck(generation, parallelism, report, cancellation);
        lock (_follower.Gate)
        {
            cancellation.ThrowIfCancellationRequested();

            // A few changes at most: checked is all but them, and they go the way that every change takes into a live index.
            Apply(generation, parallelism, CancellationToken.None);
            generation.Refresh();
            generation.Commit();
            try
            {
                _folder.Publish(generation.Name);
            }
            finally
            {
                // A sync of the folder that fails leaves the pointer as it is: what it names is what a restart opens, so it is live from now on.
                if (_folder.Current == generation.Name)
                {
                    _live.Swap(generation);
                }
            }
        }

        _follower.Release();
        return checks;
    }

    private List<RebuildCheck> PrepareAndCheck(
        IndexGeneration generation, int parallelism, Action<RebuildProgress> report, CancellationToken cancellation)
    {
        // A merge or a commit may take minutes: without its writer it ends at once.
        using var abandoning = cancellation.Register(generation.AbandonWriter);
        try
        {
            var progress = CatchUp(generation, parallelism, report, cancellation);
            cancellation.ThrowIfCancellationRequested();
            report(progress with { Verifying = true });
            var checks = Check(generation, parallelism, cancellation);
            if (checks.FirstOrDefault(check => !check.Passed) is { } failed)
            {
                throw new IndexException($"The generation {generation.Name} failed the check '{failed.Name}': {failed.Detail}.") { Checks = checks };
            }

            Apply(generation, parallelism, cancellation); // what came during the checks: the gate is to be held for little
            return checks;
        }
        catch (Exception e) when (cancellation.IsCancellationRequested && e is not OperationCanceledException)
        {
            throw new OperationCanceledException("The writer was closed under way.", e, cancellation);
        }
    }

    private RebuildProgress CatchUp(IndexGeneration generation, int parallelism, Action<RebuildProgress> report, CancellationToken cancellation)
    {
        long? total = null;
        long first = 0;
        var progress = default(RebuildProgress);
        Apply(generation, parallelism, cancellation, (snapshot, applied) =>
        {
            total ??= snapshot.CountChanges(generation.AppliedSequence) + applied; // counted once: counting costs a walk over the rest
            first = first == 0 ? snapshot.LastSequence : first;
            var processed = progress.Processed + applied;

            // What has been written since comes on top, counted at most twice where it was not read yet.
            var expected = applied < BatchSize ? processed : Math.Max(processed, total.Value + snapshot.LastSequence - first);
            progress = new RebuildProgress(processed, expected, Verifying: false, generation.Data.Rejected.Count);
            report(progress);
        });
        return progress;
    }

    /// <summary>Applies what the store has and the generation has not, until less than a batch was left.</summary>
    private void Apply(IndexGeneration generation, int parallelism, CancellationToken cancellation, Action<StoreSnapshot, int>? applied = null)
    {
        int count;
        do
        {
            cancellation.ThrowIfCancellationRequested();
            using var snapshot = _store.OpenSnapshot();
            count = ApplyBatch(generation, snapshot, parallelism);
            applied?.Invoke(snapshot, count);
        }
        while (count == BatchSize);
    }

    private int ApplyBatch(IndexGeneration generation, StoreSnapshot snapshot, int parallelism)
    {
        var changes = snapshot.ReadChanges(generation.AppliedSequence, BatchSize);
        generation.Apply(changes, parallelism, (id, cause) => IndexLog.Rejected(_logger, cause, id, generation.Name));
        return changes.Count;
    }

    /// <summary>Checks the generation against the store and the live generation at one moment.</summary>
    private List<RebuildCheck> Check(IndexGeneration generation, int parallelism, CancellationToken cancellation)
    {
        generation.Commit(); // most of the writing to disk, before the snapshot is taken: the write-ahead log grows while it lives
        using var live = AcquireLive();
        using var snapshot = _store.OpenSnapshot();
        while (ApplyBatch(generation, snapshot, parallelism) == BatchSize)
        {
            cancellation.ThrowIfCancellationRequested();
        }

        generation.Refresh();
        generation.Commit();
        var checks = GenerationChecks.Run(generation, snapshot.CountVisible(), cancellation).ToList();
        using var candidate = generation.Acquire();
        foreach (var check in _checks.TakeWhile(_ => checks.TrueForAll(done => done.Passed)))
        {
            cancellation.ThrowIfCancellationRequested();
            checks.Add(check(candidate, live, snapshot, cancellation));
        }

        return checks;
    }

    private SearcherLease? AcquireLive()
    {
        try
        {
            return _live.Acquire();
        }
        catch (IndexNotReadyException)
        {
            return null;
        }
    }
}
