using SearchService.Indexing;

namespace SearchService.Hosting;

/// <summary>One rebuild, from its request to its end. Safe for all threads.</summary>
public sealed class RebuildJob : IDisposable
{
    private readonly Lock _changing = new();
    private readonly TimeProvider _time;
    private readonly CancellationTokenSource _cancellation = new();
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private RebuildState _state;
    private RebuildProgress _progress;
    private IReadOnlyList<RebuildCheck> _checks = [];
    private string? _error;
    private long _started;

    internal RebuildJob(string id, TimeProvider time)
    {
        Id = id;
        _time = time;
    }

    /// <summary>The identifier.</summary>
    public string Id { get; }

    /// <summary>Ends when the rebuild ends, however it ends.</summary>
    public Task Ended => _ended.Task;

    /// <summary>Where the rebuild stands now.</summary>
    public RebuildStatus Status
    {
        get
        {
            lock (_changing)
            {
                var done = _state is RebuildState.Succeeded or RebuildState.Verifying;
                var share = done ? 1 : _progress.Total == 0 ? 0 : (double)_progress.Processed / _progress.Total;
                double? eta = done ? 0 : _state == RebuildState.Running && share > 0
                    ? Math.Round(_time.GetElapsedTime(_started).TotalSeconds * (1 - share) / share, 1)
                    : null;
                return new RebuildStatus(
                    Id, _state, _progress.Processed, _progress.Total, Math.Round(100 * share, 1), eta, Rejected: 0, _checks, _error);
            }
        }
    }

    /// <summary>Whether the rebuild has ended.</summary>
    public bool HasEnded => _ended.Task.IsCompleted;

    internal CancellationToken Cancellation => _cancellation.Token;

    /// <summary>Asks a rebuild that has not ended to stop; it stops between two batches.</summary>
    public void Cancel() => _cancellation.Cancel();

    /// <inheritdoc/>
    public void Dispose() => _cancellation.Dispose();

    internal void Start()
    {
        lock (_changing)
        {
            _started = _time.GetTimestamp();
            _state = RebuildState.Running;
        }
    }

    internal void Report(RebuildProgress progress)
    {
        lock (_changing)
        {
            _progress = progress;
            _state = progress.Verifying ? RebuildState.Verifying : RebuildState.Running;
        }
    }

    internal void End(RebuildState state, IReadOnlyList<RebuildCheck> checks, string? error)
    {
        lock (_changing)
        {
            _state = state;
            _checks = checks;
            _error = error;
        }

        _ended.TrySetResult();
    }
}
