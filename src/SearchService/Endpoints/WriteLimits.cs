using System.Threading.RateLimiting;

namespace SearchService.Endpoints;

/// <summary>
/// How many requests may write at the same time: more would only hold memory. Those who find no place wait, boundedly many for a bounded time, and are then told to come back.
/// </summary>
public sealed class WriteLimits : IDisposable
{
    /// <summary>Uploads read, check and classify while another is being stored; each holds a line and a batch in memory.</summary>
    private const int Uploads = 4;

    private const int WaitingUploads = 16;

    /// <summary>Changes that arrive together share a commit of the store.</summary>
    private const int Changes = 64;

    private const int WaitingChanges = 512;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly ConcurrencyLimiter _uploads = Limiter(Uploads, WaitingUploads);
    private readonly ConcurrencyLimiter _changes = Limiter(Changes, WaitingChanges);
    private readonly TimeProvider _time;

    /// <summary>Waits by a clock.</summary>
    public WriteLimits(TimeProvider time) => _time = time;

    /// <summary>Takes a place for an upload of many articles.</summary>
    /// <returns>The place, to be disposed; null if there is none.</returns>
    public Task<RateLimitLease?> UploadAsync(CancellationToken cancellation) => TakeAsync(_uploads, cancellation);

    /// <summary>Takes a place for the change of one article, whose body has been read: no slow client keeps others waiting.</summary>
    /// <returns>The place, to be disposed; null if there is none.</returns>
    public Task<RateLimitLease?> ChangeAsync(CancellationToken cancellation) => TakeAsync(_changes, cancellation);

    /// <inheritdoc/>
    public void Dispose()
    {
        _uploads.Dispose();
        _changes.Dispose();
    }

    private async Task<RateLimitLease?> TakeAsync(ConcurrencyLimiter limiter, CancellationToken cancellation)
    {
        using var patience = new CancellationTokenSource(Patience, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellation);
        try
        {
            var lease = await limiter.AcquireAsync(1, either.Token);
            if (lease.IsAcquired)
            {
                return lease;
            }

            lease.Dispose();
            return null;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return null;
        }
    }

    private static ConcurrencyLimiter Limiter(int permits, int waiting) => new(new ConcurrencyLimiterOptions
    {
        PermitLimit = permits,
        QueueLimit = waiting,
        QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
    });
}
