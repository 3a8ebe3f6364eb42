using Microsoft.Extensions.Options;
using SearchService.Indexing;
using SearchService.Searching;
using SearchService.Storage;

namespace SearchService.Hosting;

/// <summary>Opens or builds the index when the service starts, then keeps it at the store's sequence and lifts embargoes.</summary>
public sealed partial class IndexingService : BackgroundService
{
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan BetweenCommits = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan BetweenMerges = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(10);

    // With so many changes between two looks somebody uploads an archive: its segments are merged when it is there.
    private const int ManyChanges = 500;

    private readonly ArticleStore _store;
    private readonly GenerationFolder _folder;
    private readonly IndexOpening _opening;
    private readonly IndexHealing _healing;
    private readonly IndexHealth _health;
    private readonly LiveIndex _live;
    private readonly IndexFollower _follower;
    private readonly SegmentWarmup _warmup;
    private readonly CorpusSync _corpus;
    private readonly RebuildJobs _jobs;
    private readonly StartupProgress _progress;
    private readonly TimeProvider _time;
    private readonly TimeSpan _refresh;
    private readonly ILogger<IndexingService> _logger;

    /// <summary>Keeps the index of a service.</summary>
    public IndexingService(
        ArticleStore store, GenerationFolder folder, IndexOpening opening, IndexHealing healing, IndexHealth health, LiveIndex live, IndexFollower follower,
        SegmentWarmup warmup, CorpusSync corpus, RebuildJobs jobs, StartupProgress progress, TimeProvider time, IOptions<IndexOptions> options,
        ILogger<IndexingService> logger)
    {
        _store = store;
        _folder = folder;
        _opening = opening;
        _healing = healing;
        _health = health;
        _live = live;
        _follower = follower;
        _warmup = warmup;
        _corpus = corpus;
        _jobs = jobs;
        _progress = progress;
        _time = time;
        _refresh = TimeSpan.FromMilliseconds(options.Value.RefreshMilliseconds);
        _logger = logger;
    }

    /// <inheritdoc/>
    public override Task StartAsync(CancellationToken cancellationToken)
    {
        // What a crash left half-built goes, before the service that builds starts; without a good pointer it may yet be of use.
        if (_folder.Current is { } name && Directory.Exists(_folder.PathOf(name)))
        {
            _folder.Prune();
        }

        return base.StartAsync(cancellationToken);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            _live.Hold();
            if (!await OpenFirstAsync(stoppingToken))
            {
                await BuildFirstAsync(stoppingToken);
            }
            else
            {
                _health.BeginVerifying(); // before anybody is told that the index is ready
            }

            _live.Show();
            _progress.SetReady();
            await FollowAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The service stops.
        }
        finally
        {
            _follower.Commit();
        }
    }

    /// <summary>Opens an index and brings it up to the store before anybody searches it; one that turns out damaged gives way to the next.</summary>
    private async Task<bool> OpenFirstAsync(CancellationToken stopping)
    {
        try
        {
            while (_opening.TryOpen(readOnly: false, _store.LastSequence, _store.Identity, stopping))
            {
                if (await CatchUpFirstAsync(stopping))
                {
                    return true;
                }
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Log.OpenFailed(_logger, e);
        }

        return false;
    }

    private async Task<bool> CatchUpFirstAsync(CancellationToken stopping)
    {
        while (true)
        {
            try
            {
                _follower.CatchUp(Environment.ProcessorCount, stopping);
                return !_opening.StandsIn || _healing.AgreesWithStore();
            }
            catch (Exception e) when (e is not OperationCanceledException) // the barrier of a loop that must go on
            {
                Log.FollowFailed(_logger, e);
                if (IndexFaults.IsSuspicious(e) && _healing.TakeOutIfDamaged(thorough: true, rest: null, stopping))
                {
                    return false;
                }

                await Task.Delay(AfterFailure, _time, stopping);
            }
        }
    }

    private async Task BuildFirstAsync(CancellationToken stopping)
    {
        while (true)
        {
            try
            {
                // Numbers may be given anew after a loss: no index from before may look right once they have grown.
                _store.RenewIdentity();
                if (_store.LastSequence == 0)
                {
                    await _corpus.RunAsync(_progress.Read, stopping);
                }

                _jobs.TryStart(out var job);
                await job.Ended.WaitAsync(stopping);
                if (job.Status.State == RebuildState.Succeeded)
                {
                    return;
                }
            }
            catch (Exception e) when (e is not OperationCanceledException) // the barrier of a loop that must go on
            {
                Log.BuildFailed(_logger, e);
            }

            _progress.Fail();
            await Task.Delay(AfterFailure, _time, stopping);
        }
    }

    private async Task FollowAsync(CancellationToken stopping)
    {
        var lastMerge = _time.GetTimestamp();
        long? lastCommit = null; // what the start replayed is committed soon: the next crash is not to replay it again
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                if (await _follower.WaitForChangeAsync(Idle, stopping) && !_follower.SomeoneWaits)
                {
                    // Changes come in bursts: half the promised time to gather them, the other half to index them.
                    await GatherAsync(stopping);
                }

                _store.LiftEmbargoes();
                var applied = _follower.CatchUp(Math.Max(1, Environment.ProcessorCount - 1), stopping);
                if (applied < ManyChanges && _time.GetElapsedTime(lastMerge) >= BetweenMerges)
                {
                    _follower.Settle();
                    lastMerge = _time.GetTimestamp();
                }

                if (_live.Current?.TakeMergeFailure() is { } failure)
                {
                    Log.MergeFailed(_logger, failure);
                    _health.Suspect(failure);
                }

                _warmup.Run();
                if (lastCommit is not { } last || _time.GetElapsedTime(last) >= BetweenCommits)
                {
                    _follower.Commit();
                    lastCommit = _time.GetTimestamp();
                }
            }
            catch (Exception e) when (e is not OperationCanceledException) // the barrier of a loop that must go on
            {
                Log.FollowFailed(_logger, e);
                _health.Suspect(e);
                await Task.Delay(AfterFailure, _time, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task GatherAsync(CancellationToken stopping)
    {
        var started = _time.GetTimestamp();
        var more = true;
        while (more && _refresh / 2 - _time.GetElapsedTime(started) is { Ticks: > 0 } left && !_follower.SomeoneWaits)
        {
            more = await _follower.WaitForChangeAsync(left, stopping); // false: the time is over
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "The first index could not be built; the next attempt follows")]
        public static partial void BuildFailed(ILogger logger, Exception exception);

        [LoggerMessage(2, LogLevel.Error, "The index could not follow the store; the next attempt follows")]
        public static partial void FollowFailed(ILogger logger, Exception exception);

        [LoggerMessage(3, LogLevel.Error, "The index could not be opened; it will be rebuilt from the store")]
        public static partial void OpenFailed(ILogger logger, Exception exception);

        [LoggerMessage(4, LogLevel.Error, "Segments of the index could not be merged; they are as they were")]
        public static partial void MergeFailed(ILogger logger, Exception exception);
    }
}
