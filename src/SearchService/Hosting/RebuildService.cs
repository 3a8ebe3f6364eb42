using SearchService.Indexing;
using SearchService.Observability;

namespace SearchService.Hosting;

/// <summary>Runs the rebuilds that are asked for, one after the other.</summary>
public sealed partial class RebuildService : BackgroundService
{
    private readonly RebuildJobs _jobs;
    private readonly IndexRebuild _rebuild;
    private readonly Reclassification _reclassification;
    private readonly LiveIndex _live;
    private readonly SearchMetrics _metrics;
    private readonly ILogger<RebuildService> _logger;

    /// <summary>Runs the rebuilds of a service.</summary>
    public RebuildService(
        RebuildJobs jobs, IndexRebuild rebuild, Reclassification reclassification, LiveIndex live, SearchMetrics metrics,
        ILogger<RebuildService> logger)
    {
        _jobs = jobs;
        _rebuild = rebuild;
        _reclassification = reclassification;
        _live = live;
        _metrics = metrics;
        _logger = logger;
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                Run(await _jobs.NextAsync(stoppingToken), stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
        }
    }

    private void Run(RebuildJob job, CancellationToken stopping)
    {
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(job.Cancellation, stopping);
        try
        {
            job.Start();
            Log.Started(_logger, job.Id);
            _reclassification.Run(cancellation.Token);

            // While searches are answered, one core is theirs; a first index has the machine to itself.
            var parallelism = _live.Current is null ? Environment.ProcessorCount : Math.Max(1, Environment.ProcessorCount - 1);
            var checks = _rebuild.Run(parallelism, job.Report, cancellation.Token);
            job.End(RebuildState.Succeeded, checks, null);
            _metrics.Rebuilt("succeeded");
            Log.Succeeded(_logger, job.Id, _live.Current?.Name, checks.Count);
        }
        catch (OperationCanceledException)
        {
            job.End(RebuildState.Canceled, [], null);
            _metrics.Rebuilt("canceled");
            Log.Canceled(_logger, job.Id);
        }
        catch (Exception e) // the barrier of a loop that must go on, whatever one job does
        {
            job.End(RebuildState.Failed, (e as IndexException)?.Checks ?? [], "La reconstruction a échoué ; le journal du service en dit la cause.");
            _metrics.Rebuilt("failed");
            Log.Failed(_logger, e, job.Id);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Rebuild {Id} started")]
        public static partial void Started(ILogger logger, string id);

        [LoggerMessage(2, LogLevel.Information, "Rebuild {Id} published generation {Generation} after {Checks} checks")]
        public static partial void Succeeded(ILogger logger, string id, string? generation, int checks);

        [LoggerMessage(3, LogLevel.Information, "Rebuild {Id} canceled")]
        public static partial void Canceled(ILogger logger, string id);

        [LoggerMessage(4, LogLevel.Error, "Rebuild {Id} failed")]
        public static partial void Failed(ILogger logger, Exception exception, string id);
    }
}
