using SearchService.Indexing;
using SearchService.Observability;

namespace SearchService.Hosting;

/// <summary>Tells the state of the index.</summary>
public sealed class IndexStatusReader
{
    private readonly LiveIndex _live;
    private readonly IndexFollower _follower;
    private readonly RebuildJobs _jobs;
    private readonly StartupProgress _progress;
    private readonly IndexHealth _health;

    /// <summary>Reads the state of a service, and lets the metrics observe it.</summary>
    public IndexStatusReader(LiveIndex live, IndexFollower follower, RebuildJobs jobs, StartupProgress progress, IndexHealth health, SearchMetrics metrics)
    {
        _live = live;
        _follower = follower;
        _jobs = jobs;
        _progress = progress;
        _health = health;
        metrics.ObserveIndex(CountDocuments, follower.CountPending);
    }

    /// <summary>The state now.</summary>
    public IndexStatus Read()
    {
        if (_live.Current is { } generation && IsReady)
        {
            try
            {
                using var lease = _live.Acquire();
                return new IndexStatus(
                    lease.Generation, lease.Documents, generation.SizeBytes(), lease.Sequence, _follower.CountPending(),
                    generation.Data.BuiltAt, generation.Data.Analyzer, generation.Data.Schema,
                    _jobs.Running is not null ? IndexState.Rebuilding : _health.IsVerifying ? IndexState.Verifying : IndexState.Ready);
            }
            catch (IndexNotReadyException)
            {
                // Taken out of service between the lines.
            }
        }

        return new IndexStatus(
            null, 0, 0, 0, _follower.CountPending(), null, null, null, _progress.Failed ? IndexState.Failed : IndexState.Building);
    }

    /// <summary>Why the service is not ready, in French, or null if it is.</summary>
    public string? WhyNotReady()
    {
        if (IsReady)
        {
            return null;
        }

        var job = _jobs.Running?.Status;
        var progress = job is { Total: > 0 }
            ? $"L'index se construit : {job.Processed} articles sur {job.Total} ({job.Percent:0} %)."
            : _progress.Failed
                ? "L'index n'a pas pu être construit ; une nouvelle tentative suit. Le journal du service en dit la cause."
                : _health.Trouble is null
                    ? $"Lecture du corpus : {_progress.ArticlesRead} articles jusqu'ici."
                    : "La génération d'avant ou le dépôt d'articles prend sa place dans un instant.";
        return _health.Trouble is { } trouble ? $"{trouble} {progress}" : progress;
    }

    private bool IsReady => _progress.IsReady && _live.IsShown;

    private long CountDocuments()
    {
        if (!IsReady)
        {
            return 0;
        }

        try
        {
            using var lease = _live.Acquire();
            return lease.Documents;
        }
        catch (IndexNotReadyException)
        {
            return 0; // taken out of service between the lines
        }
    }
}
