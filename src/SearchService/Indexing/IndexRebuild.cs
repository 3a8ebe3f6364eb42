using SearchService.Storage;

namespace SearchService.Indexing;

/// <summary>
/// Builds a generation beside the live one from the store, lets it catch up with what is written meanwhile, checks it and publishes it. Searches go on
/// with the former generation until the last step, which is one pointer. Not for two threads.
/// </summary>
public sealed class IndexRebuild
{
    private const int BatchSize = 1000;

    private readonly ArticleStore _store;
    private readonly GenerationFolder _folder;
    private readonly LiveIndex _live;
    private readonly IndexFollower _follower;
    private readonly TimeProvider _time;

    /// <summary>Rebuilds the index of a store.</summary>
    public IndexRebuild(ArticleStore store, GenerationFolder folder, LiveIndex live, IndexFollower follower, TimeProvider time)
    {
        _store = store;
        _folder = folder;
        _live = live;
        _follower = follower;
        _time = time;
    }

    /// <summary>Builds and publishes a generation.</summary>
    /// <param name="parallelism">How many threads may analyse text.</param>
    /// <param name="report">Told after each batch.</param>
    /// <param name="cancellation">Stops between two batches; the new generation is then deleted and nothing has changed.</param>
    /// <returns>The checks, all passed.</returns>
    /// <exception cref="IndexException">The generation cannot be written, or a check failed; nothing has changed.</exception>
    public IReadOnlyList<RebuildCheck> Run(int parallelism, Action<RebuildProgress> report, CancellationToken cancellation)
    {
        var generation = _folder.Create(_time.GetUtcNow(), _store.Identity);
        var published = false;
        try
        {
            long processed = 0;
            CatchUp(generation, parallelism, ref processed, report, cancellation);
            generation.Commit(); // most of the writing to disk is done before anybody has to wait
            cancellation.ThrowIfCancellationRequested();

            IReadOnlyList<RebuildCheck> checks;
            lock (_follower.Gate)
            {
                report(new RebuildProgress(processed, processed, Verifying: true));
                checks = FinishAndCheck(generation, parallelism);
                if (checks.FirstOrDefault(check => !check.Passed) is { } failed)
                {
                    throw new IndexException($"The new generation {generation.Name} failed the check '{failed.Name}': {failed.Detail}.") { Checks = checks };
                }

                generation.Commit();
                _folder.Publish(generation.Name);
                published = true;
                _live.Swap(generation);
            }

            _follower.Release();
            _folder.Prune();

            // The former generation's mappings end with their finalizers: without this, an idle service would hold deleted files for hours.
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: false);
            return checks;
        }
        finally
        {
            if (!published)
            {
                generation.Dispose();
                _folder.Prune();
            }
        }
    }

    private void CatchUp(
        IndexGeneration generation, int parallelism, ref long processed, Action<RebuildProgress> report, CancellationToken cancellation)
    {
        long? total = null;
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            IReadOnlyList<StoredChange> changes;
            using (var snapshot = _store.OpenSnapshot())
            {
                changes = snapshot.ReadChanges(generation.AppliedSequence, BatchSize);
                total ??= snapshot.CountChanges(after: 0); // counted once: counting costs a walk over the rest
            }

            generation.Apply(changes, parallelism);
            processed += changes.Count;
            report(new RebuildProgress(processed, Math.Max(processed, total.Value), Verifying: false));
            if (changes.Count < BatchSize)
            {
                return;
            }
        }
    }

    /// <summary>Applies the last changes and checks against the store as it was at that very moment.</summary>
    private IReadOnlyList<RebuildCheck> FinishAndCheck(IndexGeneration generation, int parallelism)
    {
        using var snapshot = _store.OpenSnapshot();
        while (snapshot.ReadChanges(generation.AppliedSequence, BatchSize) is { Count: > 0 } changes)
        {
            generation.Apply(changes, parallelism);
        }

        generation.Refresh();
        return GenerationChecks.Run(generation, snapshot.CountVisible());
    }
}
