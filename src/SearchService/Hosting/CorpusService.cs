namespace SearchService.Hosting;

/// <summary>Watches the corpus while the service runs and reads what changes.</summary>
public sealed partial class CorpusService : BackgroundService
{
    /// <summary>A file is often written in several strokes; reading starts once they pause.</summary>
    private static readonly TimeSpan Settle = TimeSpan.FromMilliseconds(200);

    /// <summary>Network folders tell of no change: the folder is also looked through from time to time.</summary>
    private static readonly TimeSpan Rescan = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan RescanUnwatched = TimeSpan.FromSeconds(1);

    private readonly CorpusSync _corpus;
    private readonly StartupProgress _progress;
    private readonly TimeProvider _time;
    private readonly ILogger<CorpusService> _logger;
    private readonly SemaphoreSlim _changed = new(0, 1);

    /// <summary>Watches the corpus of a service.</summary>
    public CorpusService(CorpusSync corpus, StartupProgress progress, TimeProvider time, ILogger<CorpusService> logger)
    {
        _corpus = corpus;
        _progress = progress;
        _time = time;
        _logger = logger;
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        base.Dispose();
        _changed.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await _progress.Ready.WaitAsync(stoppingToken);
            using var watcher = Watch();
            await FollowAsync(watched: watcher is not null, stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The service stops.
        }
    }

    private async Task FollowAsync(bool watched, CancellationToken stopping)
    {
        while (true)
        {
            try
            {
                await _corpus.RunAsync(null, stopping);
            }
            catch (Exception e) when (e is not OperationCanceledException) // the barrier of a loop that must go on
            {
                Log.Failed(_logger, e);
            }

            if (await _changed.WaitAsync(watched ? Rescan : RescanUnwatched, stopping))
            {
                await Task.Delay(Settle, _time, stopping);
            }
        }
    }

    private FileSystemWatcher? Watch()
    {
        try
        {
            var watcher = new FileSystemWatcher(_corpus.Corpus.Folder, _corpus.Corpus.Filter)
            {
                IncludeSubdirectories = _corpus.Corpus.IsDeep,
                NotifyFilter = NotifyFilters.FileName | NotifyFilters.DirectoryName | NotifyFilters.LastWrite | NotifyFilters.Size,
            };
            watcher.Created += (_, _) => Signal();
            watcher.Changed += (_, _) => Signal();
            watcher.Renamed += (_, _) => Signal();
            watcher.Error += (_, _) => Signal();
            watcher.EnableRaisingEvents = true;
            return watcher;
        }
        catch (Exception e) when (e is IOException or ArgumentException or UnauthorizedAccessException)
        {
            Log.Unwatched(_logger, e);
            return null;
        }
    }

    private void Signal()
    {
        try
        {
            if (_changed.CurrentCount == 0)
            {
                _changed.Release();
            }
        }
        catch (Exception e) when (e is SemaphoreFullException or ObjectDisposedException)
        {
            // Two events at the same time, or one during the stop.
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "The corpus could not be read; the next attempt follows")]
        public static partial void Failed(ILogger logger, Exception exception);

        [LoggerMessage(2, LogLevel.Warning, "The corpus folder cannot be watched; it is looked through every second instead")]
        public static partial void Unwatched(ILogger logger, Exception exception);
    }
}
