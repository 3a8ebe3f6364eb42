namespace SearchService.Hosting;

/// <summary>How far the start has come, for those who wait for the service to be ready. Safe for all threads.</summary>
public sealed class StartupProgress
{
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _read;
    private volatile bool _failed;

    /// <summary>Articles of the corpus that the first reading has taken in so far.</summary>
    public long ArticlesRead => Interlocked.Read(ref _read);

    /// <summary>Whether the last attempt to build a first index failed; another follows.</summary>
    public bool Failed => _failed;

    /// <summary>Whether searches are answered.</summary>
    public bool IsReady => _ready.Task.IsCompletedSuccessfully;

    /// <summary>Ends once searches are answered.</summary>
    public Task Ready => _ready.Task;

    internal void Read(long articles) => Interlocked.Exchange(ref _read, articles);

    internal void Fail() => _failed = true;

    internal void SetReady()
    {
        _failed = false;
        _ready.TrySetResult();
    }
}
