using SearchService.Indexing;
using SearchService.Observability;

namespace SearchService.Hosting;

/// <summary>Runs the rebuilds and rollbacks that are asked for, one after the other.</summary>
public sealed partial class RebuildService : BackgroundService
{
    private static readonly TimeSpan BetweenLines = TimeSpan.FromSeconds(10);
    private const double PercentBetweenLines = 10;

    private readonly RebuildJobs _jobs;
    private readonly IndexRebuild _rebuild;
    private readonly IndexRollback _rollback;
    private readonly Reclassification _reclassification;
    private readonly LiveIndex _live;
    private readonly SearchMetrics _metrics;
    private readonly TimeProvider _time;
    private readonly ILogger<RebuildService> _logger;

    /// <summary>Runs the rebuilds of a service.</summary>
    public RebuildService(
        RebuildJobs jobs, IndexRebuild rebuild, IndexRollback rollback, Reclassification reclassification, LiveIndex live,
        SearchMetrics metrics, TimeProvider time, ILogger<RebuildService> logger)
    {
        _jobs = jobs;
        _rebuild = rebuild;
        _rollback = rollback;
        _time = time;
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
            Log.Started(_logger, job.Kind, job.Id);

            // While searches are answered, one core is theirs; a first index has the machine to itself.
            var parallelism = _live.Current is null ? Environment.ProcessorCount : Math.Max(1, Environment.ProcessorCount - 1);
            var report = LoggingProgress(job);
            IReadOnlyList<RebuildCheck> checks;
            if (job.Kind == RebuildKind.Rollback)
            {
                checks = _rollback.Run(parallelism, report, cancellation.Token);
            }
            else
            {
                _reclassification.Run(cancellation.Token);
                checks = _rebuild.Run(parallelism, report, cancellation.Token);
            }

            job.End(RebuildState.Succeeded, checks, null);
            _metrics.Rebuilt("succeeded");
            Log.Succeeded(_logger, job.Kind, job.Id, _live.Current?.Name, checks.Count, job.Status.Rejected);
        }
        catch (OperationCanceledException)
        {
            job.End(RebuildState.Canceled, [], null);
            _metrics.Rebuilt("canceled");
            Log.Canceled(_logger, job.Kind, job.Id);
        }
        catch (Exception e) // the barrier of a loop that must go on, whatever one job does
        {
            job.End(RebuildState.Failed, (e as IndexException)?.Checks ?? [], Explain(e));
            _metrics.Rebuilt("failed");
            Log.Failed(_logger, e, job.Kind, job.Id);
        }
    }

    /// <summary>Why a job failed, as it may be shown to anybody.</summary>
    private static string Explain(Exception e) => e switch
    {
        RebuildRefusedException => e.Message,
        IndexException { Checks: var checks } when checks.FirstOrDefault(check => !check.Passed) is { } failed =>
            $"Le contrôle « {failed.Name} » n'est pas passé ; la génération en place reste. {failed.Detail}",
        _ => "La reconstruction a échoué ; le journal du service en dit la cause.",
    };

    /// <summary>Tells the job of its progress, and the log from time to time.</summary>
    private Action<RebuildProgress> LoggingProgress(RebuildJob job)
    {
        var lastLine = _time.GetTimestamp();
        double lastPercent = 0;
        return progress =>
        {
            job.Report(progress);
            var status = job.Status;
            if (status.Percent >= lastPercent + PercentBetweenLines || _time.GetElapsedTime(lastLine) >= BetweenLines)
            {
                lastLine = _time.GetTimestamp();
                lastPercent = status.Percent;
                Log.Progressed(_logger, job.Kind, job.Id, status.Processed, status.Total, status.Percent, status.EtaSeconds);
            }
        };
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "{Kind} {Id} started")]
        public static partial void Started(ILogger logger, RebuildKind kind, string id);

        [LoggerMessage(5, LogLevel.Information, "{Kind} {Id}: {Processed} of {Total} articles, {Percent} %, about {Seconds} s to go")]
        public static partial void Progressed(ILogger logger, RebuildKind kind, string id, long processed, long total, double percent, double? seconds);

        [LoggerMessage(2, LogLevel.Information, "{Kind} {Id} published generation {Generation} after {Checks} checks; {Rejected} articles could not be indexed")]
        public static partial void Succeeded(ILogger logger, RebuildKind kind, string id, string? generation, int checks, long rejected);

        [LoggerMessage(3, LogLevel.Information, "{Kind} {Id} canceled")]
        public static partial void Canceled(ILogger logger, RebuildKind kind, string id);

        [LoggerMessage(4, LogLevel.Error, "{Kind} {Id} failed")]
        public static partial void Failed(ILogger logger, Exception exception, RebuildKind kind, string id);
    }
}
