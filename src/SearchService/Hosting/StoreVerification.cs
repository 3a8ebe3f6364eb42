using System.Runtime.InteropServices;
using SearchService.Storage;

namespace SearchService.Hosting;

/// <summary>
/// Reads the whole article store once after each start and logs whether it is sound. It runs beside everything else: the start itself makes only a
/// cheap probe, so that a service with millions of articles is ready at once.
/// </summary>
public sealed partial class StoreVerification : BackgroundService
{
    private readonly ArticleStore _store;
    private readonly StartupProgress _progress;
    private readonly TimeProvider _time;
    private readonly ILogger<StoreVerification> _logger;
    private volatile IReadOnlyList<string>? _faults;

    /// <summary>Verifies the store of a service.</summary>
    public StoreVerification(ArticleStore store, StartupProgress progress, TimeProvider time, ILogger<StoreVerification> logger)
    {
        _store = store;
        _progress = progress;
        _time = time;
        _logger = logger;
    }

    /// <summary>What was found, in SQLite's words; empty if the store is sound, null while that is not known.</summary>
    public IReadOnlyList<string>? Faults => _faults;

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await _progress.Ready.WaitAsync(stoppingToken);

            // A thread of its own: reading gigabytes would hold one of the pool, which requests need.
            await Task.Factory.StartNew(() => Verify(stoppingToken), stoppingToken, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The service stops.
        }
    }

    private void Verify(CancellationToken stopping)
    {
        GiveWay();
        var started = _time.GetTimestamp();
        try
        {
            using var snapshot = _store.OpenSnapshot();
            var faults = snapshot.CheckIntegrity(stopping);
            _faults = faults;
            if (faults.Count == 0)
            {
                Log.Sound(_logger, _time.GetElapsedTime(started).TotalSeconds);
                return;
            }

            foreach (var fault in faults.Take(10))
            {
                Log.Damaged(_logger, _store.Path, fault);
            }
        }
        catch (StoreException e)
        {
            _faults = [e.Message];
            Log.Failed(_logger, e, _store.Path);
        }
    }

    /// <summary>Lets requests go first. The thread ends with the verification, so nothing has to be undone.</summary>
    private static void GiveWay()
    {
        Thread.CurrentThread.Priority = ThreadPriority.Lowest;
        if (OperatingSystem.IsLinux())
        {
            // Linux ignores that priority; there each thread has a niceness of its own, and 0 means the calling one (setpriority(2)).
            const int process = 0, self = 0, nicest = 19;
            _ = SetPriority(process, self, nicest);
        }
    }

    [LibraryImport("libc", EntryPoint = "setpriority")]
    private static partial int SetPriority(int which, int who, int niceness);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "The article store is sound: verified in {Seconds:0.0} s")]
        public static partial void Sound(ILogger logger, double seconds);

        [LoggerMessage(2, LogLevel.Critical, "The article store {Path} is damaged: {Fault}. It is left as it is; stop the service and put a backup in its place with the verb restore")]
        public static partial void Damaged(ILogger logger, string path, string fault);

        [LoggerMessage(3, LogLevel.Error, "The article store {Path} could not be verified")]
        public static partial void Failed(ILogger logger, Exception exception, string path);
    }
}
