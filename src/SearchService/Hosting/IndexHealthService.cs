using SearchService.Indexing;

namespace SearchService.Hosting;

/// <summary>Reads the files of the index that a start has opened, and again whenever something hints at damage; heals what is damaged.</summary>
public sealed partial class IndexHealthService : BackgroundService
{
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(30);

    /// <summary>After each megabyte, which takes about as long to read: searches and their disk come first.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(3);

    private readonly IndexHealth _health;
    private readonly IndexHealing _healing;
    private readonly IndexOpening _opening;
    private readonly LiveIndex _live;
    private readonly RebuildJobs _jobs;
    private readonly StartupProgress _progress;
    private readonly TimeProvider _time;
    private readonly ILogger<IndexHealthService> _logger;

    /// <summary>Watches over the index of a service.</summary>
    public IndexHealthService(
        IndexHealth health, IndexHealing healing, IndexOpening opening, LiveIndex live, RebuildJobs jobs, StartupProgress progress, TimeProvider time,
        ILogger<IndexHealthService> logger)
    {
        _health = health;
        _healing = healing;
        _opening = opening;
        _live = live;
        _jobs = jobs;
        _progress = progress;
        _time = time;
        _logger = logger;
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await _progress.Ready.WaitAsync(stoppingToken);
            if (_opening.StandsIn)
            {
                await RebuildAsync(stoppingToken); // its files were read before it was shown
                _health.EndVerifying();
            }
            else if (_health.IsVerifying)
            {
                await VerifyAsync(thorough: false, stoppingToken);
            }

            while (true)
            {
                var hint = await _health.NextSuspicionAsync(stoppingToken);
                Log.Suspected(_logger, hint);
                await VerifyAsync(thorough: true, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The service stops.
        }
    }

    private async Task VerifyAsync(bool thorough, CancellationToken stopping)
    {
        _health.BeginVerifying();
        var damaged = false;
        while (true)
        {
            try
            {
                damaged = await Task.Run(() => _healing.TakeOutIfDamaged(thorough, () => stopping.WaitHandle.WaitOne(Rest), stopping), stopping);
                break;
            }
            catch (Exception e) when (e is not OperationCanceledException) // the barrier of a loop that must go on
            {
                Log.NotVerified(_logger, e);
                await Task.Delay(AfterFailure, _time, stopping);
            }
        }

        if (damaged)
        {
            await HealAsync(stopping);
        }

        _health.EndVerifying();
    }

    private async Task HealAsync(CancellationToken stopping)
    {
        try
        {
            if (await Task.Run(() => _healing.TryServeFormer(stopping), stopping))
            {
                Log.FormerServes(_logger, _live.Current?.Name);
            }
        }
        catch (Exception e) when (e is not OperationCanceledException) // the barrier of a loop that must go on
        {
            Log.FormerUnusable(_logger, e);
        }

        await RebuildAsync(stopping);
    }

    /// <summary>Rebuilds from the store; again and again as long as nothing can be searched.</summary>
    private async Task RebuildAsync(CancellationToken stopping)
    {
        while (true)
        {
            _jobs.TryStart(out var job);
            await job.Ended.WaitAsync(stopping);
            if (job.Status.State == RebuildState.Succeeded)
            {
                _health.Recover();
                _progress.SetReady();
                return;
            }

            if (_live.IsShown)
            {
                return; // the former one serves, at the store's sequence: an answer as good
            }

            _progress.Fail();
            await Task.Delay(AfterFailure, _time, stopping);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The files of the index could not be read; the next attempt follows")]
        public static partial void NotVerified(ILogger logger, Exception exception);

        [LoggerMessage(2, LogLevel.Warning, "Something hints at a damaged index: its files are looked at")]
        public static partial void Suspected(ILogger logger, Exception exception);

        [LoggerMessage(3, LogLevel.Warning, "The generation before, {Name}, serves until the rebuild is done")]
        public static partial void FormerServes(ILogger logger, string? name);

        [LoggerMessage(4, LogLevel.Error, "The generation before could not be used; searches wait for the rebuild")]
        public static partial void FormerUnusable(ILogger logger, Exception exception);
    }
}
