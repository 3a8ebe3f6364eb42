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

    /// <summary>Reads the state of a service, and lets the metrics observe it.</summary>
    public IndexStatusReader(LiveIndex live, IndexFollower follower, RebuildJobs jobs, StartupProgress progress, SearchMetrics metrics)
    {
        _live = live;
        _follower = follower;
        _jobs = jobs;
        _progress = progress;
        metrics.ObserveIndex(CountDocuments, follower.CountPending);
    }

    /// <summary>The state now.</summary>
    public IndexStatus Read()
    {
        if (_live.Current is not { } generation || !_progress.IsReady)
        {
            return new IndexStatus(
                null, 0, 0, 0, _follower.CountPending(), null, null, null, _progress.Failed ? IndexState.Failed : IndexState.Building);
        }

        using var lease = _live.Acquire();
        return new IndexStatus(
            lease.Generation, lease.Documents, generation.SizeBytes(), lease.Sequence, _follower.CountPending(),
            generation.Data.BuiltAt, generation.Data.Analyzer, generation.Data.Schema,
            _jobs.Running is null ? IndexState.Ready : IndexState.Rebuilding);
    }

    /// <summary>Why the service is not ready, in French, or null if it is.</summary>
    public string? WhyNotReady()
    {
        if (_progress.IsReady)
        {
            return null;
        }

        var job = _jobs.Running?.Status;
        return job is { Total: > 0 }
            ? $"L'index se construit : {job.Processed} articles sur {job.Total} ({job.Percent:0} %)."
            : _progress.Failed
                ? "L'index n'a pas pu être construit ; une nouvelle tentative suit. Le journal du service en dit la cause."
                : $"Lecture du corpus : {_progress.ArticlesRead} articles jusqu'ici.";
    }

    private long CountDocuments()
    {
        if (!_progress.IsReady)
        {
            return 0;
        }

        using var lease = _live.Acquire();
        return lease.Documents;
    }
}
