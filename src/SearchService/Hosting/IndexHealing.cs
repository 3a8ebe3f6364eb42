using SearchService.Indexing;
using SearchService.Storage;

namespace SearchService.Hosting;

/// <summary>Looks for damage in the live generation, takes a damaged one out of service and puts the one before it in its place.</summary>
public sealed partial class IndexHealing
{
    private const int Attempts = 3;

    private readonly ArticleStore _store;
    private readonly GenerationFolder _folder;
    private readonly LiveIndex _live;
    private readonly IndexFollower _follower;
    private readonly IndexOpening _opening;
    private readonly IndexHealth _health;
    private readonly ILogger<IndexHealing> _logger;

    /// <summary>Heals the index of a store.</summary>
    public IndexHealing(
        ArticleStore store, GenerationFolder folder, LiveIndex live, IndexFollower follower, IndexOpening opening, IndexHealth health,
        ILogger<IndexHealing> logger)
    {
        _store = store;
        _folder = folder;
        _live = live;
        _follower = follower;
        _opening = opening;
        _health = health;
        _logger = logger;
    }

    /// <summary>Reads the files of the live generation from end to end, and takes it out of service if one is not what was written.</summary>
    /// <param name="thorough">Whether to read them as Lucene understands them too, which takes minutes for a million articles.</param>
    /// <param name="rest">Called after each megabyte; null to be as fast as possible.</param>
    /// <param name="cancellation">Stops between two megabytes.</param>
    /// <returns>Whether the live generation was damaged: nothing can be searched now.</returns>
    /// <exception cref="IOException">The files cannot be reached, for a reason that tells nothing of what stands in them.</exception>
    public bool TakeOutIfDamaged(bool thorough, Action? rest, CancellationToken cancellation)
    {
        if (_live.Current is not { } generation)
        {
            return false;
        }

        var damage = FileVerification.FindDamage(generation.Path, rest, cancellation)?.ToString()
            ?? (thorough ? GenerationChecks.FindBrokenLogic(generation.Path) : null);
        if (damage is not null)
        {
            return TakeOut(generation.Name, damage);
        }

        Log.Sound(_logger, generation.Name);
        _health.FindSound();
        return false;
    }

    /// <summary>Shows the generation before a damaged one, if it is sound, at the store's sequence: what was withdrawn since is not seen.</summary>
    /// <returns>Whether searches are answered again.</returns>
    public bool TryServeFormer(CancellationToken cancellation)
    {
        _live.Hold();
        var shown = false;
        try
        {
            if (_opening.TryOpenFormer(_store.LastSequence, _store.Identity, cancellation))
            {
                _follower.CatchUp(Math.Max(1, Environment.ProcessorCount - 1), cancellation);
                shown = !cancellation.IsCancellationRequested && AgreesWithStore();
            }

            return shown;
        }
        finally
        {
            if (!shown && _opening.StandsIn && _live.Current is { } unfinished)
            {
                _live.Withdraw(unfinished.Name);
            }

            _live.Show();
        }
    }

    /// <summary>Whether a generation that stands in holds what the store holds, once it has caught up; if not, it is taken out.</summary>
    public bool AgreesWithStore()
    {
        lock (_follower.Gate)
        {
            for (var attempt = 0; attempt < Attempts && _live.Current is { } generation; attempt++)
            {
                _follower.CatchUp(1, CancellationToken.None);
                _follower.Commit(); // the checks compare with what the files say
                using var snapshot = _store.OpenSnapshot();
                if (generation.VisibleSequence >= snapshot.LastSequence)
                {
                    return GenerationChecks.Run(generation, snapshot.CountVisible()).FirstOrDefault(check => !check.Passed) is not { } failed
                        || !TakeOut(generation.Name, $"the check '{failed.Name}' failed: {failed.Detail}");
                }

                // Written to meanwhile: the next attempt compares again.
            }

            return _live.Current is not null;
        }
    }

    private bool TakeOut(string name, string damage)
    {
        Log.Damaged(_logger, name, damage);
        bool wasLive;
        lock (_follower.Gate)
        {
            wasLive = _live.Withdraw(name);
            if (wasLive)
            {
                _health.Meet("L'index est endommagé.");
            }

            try
            {
                _folder.Discard(name);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // A full disk: it is out of service, and what heals it must go on. A start that finds it still named meets the damage again.
                Log.NotDiscarded(_logger, e, name);
            }
        }

        _follower.Release(); // who waits to see a change would wait for the rebuild
        return wasLive;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "The files of generation {Name} are sound")]
        public static partial void Sound(ILogger logger, string name);

        [LoggerMessage(2, LogLevel.Error, "Generation {Name} is damaged and was taken out of service; the store has all that it held. {Damage}")]
        public static partial void Damaged(ILogger logger, string name, string damage);

        [LoggerMessage(3, LogLevel.Warning, "The damaged generation {Name} could not be deleted")]
        public static partial void NotDiscarded(ILogger logger, Exception exception, string name);
    }
}
