using SearchService.Storage;

namespace SearchService.Indexing;

/// <summary>
/// Makes the generation before the live one live again, after it was brought up to the store and checked. The live one becomes the one before, so that a second
/// rollback leads back. Not for two threads.
/// </summary>
public sealed class IndexRollback
{
    private readonly ArticleStore _store;
    private readonly GenerationFolder _folder;
    private readonly LiveIndex _live;
    private readonly GenerationHandover _handover;

    /// <summary>Rolls the index of a store back.</summary>
    public IndexRollback(ArticleStore store, GenerationFolder folder, LiveIndex live, GenerationHandover handover)
    {
        _store = store;
        _folder = folder;
        _live = live;
        _handover = handover;
    }

    /// <summary>Why there is nothing to go back to, in French; null if there is. Its files are not read to their ends for that.</summary>
    public string? WhyImpossible()
    {
        if (_folder.Previous is not { } name)
        {
            return "Il n'y a pas de génération précédente.";
        }

        try
        {
            using var generation = _folder.OpenReadOnly(name);
            return WhyUnusable(generation);
        }
        catch (IndexException)
        {
            return $"La génération {name} ne peut pas être ouverte.";
        }
    }

    /// <summary>Brings the previous generation up to the store and publishes it.</summary>
    /// <param name="parallelism">How many threads may work, merges included.</param>
    /// <param name="report">Told after each batch.</param>
    /// <param name="cancellation">Stops it soon; the live generation stays, and the previous one can be gone back to later.</param>
    /// <returns>The checks, all passed.</returns>
    /// <exception cref="RebuildRefusedException">There is nothing to go back to.</exception>
    /// <exception cref="IndexException">The generation cannot be written, or a check failed; the live one stays.</exception>
    public IReadOnlyList<RebuildCheck> Run(int parallelism, Action<RebuildProgress> report, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (WhyImpossible() is { } reason)
        {
            throw new RebuildRefusedException(reason);
        }

        var name = _folder.Previous!;
        report(new RebuildProgress(0, 0, Verifying: true));
        if (FileVerification.FindDamage(_folder.PathOf(name), rest: null, cancellation) is { } damage)
        {
            throw new RebuildRefusedException($"La génération {name} est endommagée.", new IndexException($"{_folder.PathOf(name)}: {damage}"));
        }

        var generation = _folder.Open(name);
        try
        {
            return WhyUnusable(generation) is { } late
                ? throw new RebuildRefusedException(late)
                : _handover.Run(generation, parallelism, report, cancellation);
        }
        finally
        {
            if (_live.Current != generation)
            {
                generation.Dispose();
            }

            GenerationFolder.ReleaseDeleted();
        }
    }

    private string? WhyUnusable(IndexGeneration generation)
    {
        if (generation.Data.Store != _store.Identity)
        {
            return $"La génération {generation.Name} a été faite d'un autre dépôt, ou d'un état de celui-ci qui n'est plus.";
        }

        if (!generation.Data.IsCurrent)
        {
            return $"La génération {generation.Name} a été faite par une autre version du programme "
                + $"(analyse {generation.Data.Analyzer}, schéma {generation.Data.Schema}).";
        }

        return generation.AppliedSequence > _store.LastSequence
            ? $"La génération {generation.Name} connaît des changements que le dépôt n'a pas."
            : null;
    }
}
