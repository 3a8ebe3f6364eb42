namespace SearchService.Endpoints;

/// <summary>
/// How long requests may go on once the service is told to stop. The host gives everybody together <see cref="All"/>, and requests come first: one
/// that took it all would leave nothing for the last commit of the index. (The store needs none: a change is durable before it is acknowledged.)
/// </summary>
public sealed class StopDeadline : IDisposable
{
    /// <summary>The time of the whole stop.</summary>
    public static readonly TimeSpan All = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan ForUploads = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan ForRequests = TimeSpan.FromSeconds(10);

    private readonly CancellationTokenSource _uploads;
    private readonly CancellationTokenSource _requests;
    private readonly CancellationTokenRegistration _stopping;

    /// <summary>Starts counting when the service is told to stop.</summary>
    public StopDeadline(IHostApplicationLifetime lifetime, TimeProvider time)
    {
        _uploads = new CancellationTokenSource(Timeout.InfiniteTimeSpan, time);
        _requests = new CancellationTokenSource(Timeout.InfiniteTimeSpan, time);
        _stopping = lifetime.ApplicationStopping.Register(() =>
        {
            _uploads.CancelAfter(ForUploads);
            _requests.CancelAfter(ForRequests);
        });
    }

    /// <summary>Canceled when an upload of articles should answer with what it has taken so far.</summary>
    public CancellationToken Uploads => _uploads.Token;

    /// <summary>Canceled when the requests that are left are cut off.</summary>
    public CancellationToken Requests => _requests.Token;

    /// <inheritdoc/>
    public void Dispose()
    {
        _stopping.Dispose();
        _uploads.Dispose();
        _requests.Dispose();
    }
}
