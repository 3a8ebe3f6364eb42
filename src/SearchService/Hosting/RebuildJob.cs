using SearchService.Indexing;

namespace SearchService.Hosting;

/// <summary>One rebuild or rollback, from its request to its end. Safe for all threads.</summary>
public sealed class RebuildJob : IDisposable
{
    /// <summary>
    /// How long the checks take, in times of indexing: 2.4 % were measured on 34,071 articles; twice that, as the last files are written then too.
    /// </summary>
    private const double CheckingShare = 0.05;

    private readonly Lock _changing = new();
    private readonly TimeProvider _time;
    private readonly CancellationTokenSource _cancellation = new();
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private RebuildState _state;
    private RebuildProgress _progress;
    private IReadOnlyList<RebuildCheck> _checks = [];
    private string? _error;
    private long _started;
    private TimeSpan _indexed;

    internal RebuildJob(string id, TimeProvider time, RebuildKind kind = RebuildKind.Rebuild)
    {
        Id = id;
        Kind = kind;
        _time = time;
    }

    /// <summary>The identifier.</summary>
    public string Id { get; }

    /// <summary>What it does.</summary>
    public RebuildKind Kind { get; }

    /// <summary>Ends when the rebuild ends, however it ends.</summary>
    public Task Ended => _ended.Task;

    /// <summary>Where the rebuild stands now.</summary>
    public RebuildStatus Status
    {
        get
        {
            lock (_changing)
            {
                var share = _state == RebuildState.Succeeded ? 1 : _progress.Total == 0 ? 0 : (double)_progress.Processed / _progress.Total;

                // 100 % is said of what is live.
                var percent = _state == RebuildState.Succeeded ? 100 : Math.Min(99, Math.Round(100 * share, 1));
                return new RebuildStatus(
                    Id, _state, _progress.Processed, _progress.Total, percent, EtaSeconds(share), _progress.Rejected, _checks, _error);
            }
        }
    }

    /// <summary>Whether the rebuild has ended.</summary>
    public bool HasEnded => _ended.Task.IsCompleted;

    internal CancellationToken Cancellation => _cancellation.Token;

    /// <summary>Asks a rebuild that has not ended to stop; it stops soon.</summary>
    public void Cancel() => _ = _cancellation.CancelAsync(); // not the caller closes the files

    /// <inheritdoc/>
    public void Dispose() => _cancellation.Dispose();

    private double? EtaSeconds(double share)
    {
        var elapsed = _time.GetElapsedTime(_started);
        return _state switch
        {
            RebuildState.Succeeded => 0,
            RebuildState.Running when share > 0 => Seconds((1 + CheckingShare) * elapsed / share - elapsed),
            RebuildState.Verifying when share > 0 => Seconds((1 + CheckingShare) * _indexed - elapsed),
            _ => null,
        };

        static double Seconds(TimeSpan time) => Math.Max(0, Math.Round(time.TotalSeconds, 1));
    }

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
            if (progress.Verifying && !_progress.Verifying)
            {
                _indexed = _time.GetElapsedTime(_started);
            }

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
