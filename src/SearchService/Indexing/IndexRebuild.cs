using SearchService.Storage;

namespace SearchService.Indexing;

/// <summary>
/// Builds a generation beside the live one from the store, lets it catch up with what is written meanwhile, checks it and publishes it. Not for two threads.
/// </summary>
public sealed class IndexRebuild
{
    private readonly ArticleStore _store;
    private readonly GenerationFolder _folder;
    private readonly LiveIndex _live;
    private readonly GenerationHandover _handover;
    private readonly DiskSpace _space;
    private readonly TimeProvider _time;

    /// <summary>Rebuilds the index of a store.</summary>
    public IndexRebuild(ArticleStore store, GenerationFolder folder, LiveIndex live, GenerationHandover handover, DiskSpace space, TimeProvider time)
    {
        _store = store;
        _folder = folder;
        _live = live;
        _handover = handover;
        _space = space;
        _time = time;
    }

    /// <summary>Builds and publishes a generation.</summary>
    /// <param name="parallelism">How many threads may work, merges included.</param>
    /// <param name="report">Told after each batch.</param>
    /// <param name="cancellation">Stops it soon; the new generation is then deleted and nothing has changed.</param>
    /// <returns>The checks, all passed.</returns>
    /// <exception cref="RebuildRefusedException">The disk has too little room; nothing was written.</exception>
    /// <exception cref="IndexException">The generation cannot be written, or a check failed; nothing has changed.</exception>
    public IReadOnlyList<RebuildCheck> Run(int parallelism, Action<RebuildProgress> report, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        Prune(); // what a crash left
        _space.Check(_folder.IndexDirectory, _live.Current?.SizeBytes() ?? 0, new FileInfo(_store.Path).Length);
        var generation = _folder.Create(_time.GetUtcNow(), _store.Identity);
        try
        {
            return _handover.Run(generation, parallelism, report, cancellation);
        }
        finally
        {
            if (_live.Current != generation)
            {
                generation.Dispose();
            }

            Prune();
            GenerationFolder.ReleaseDeleted();
        }
    }

    private void Prune() => _folder.Prune(_live.Current?.Name ?? "");
}
