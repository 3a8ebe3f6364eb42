using System.Globalization;
using System.Threading.Channels;

namespace SearchService.Hosting;

/// <summary>The rebuilds and rollbacks of this process: at most one at a time, the last ones remembered. Safe for all threads.</summary>
public sealed class RebuildJobs
{
    private const int Remembered = 20;

    private readonly Lock _starting = new();
    private readonly Channel<RebuildJob> _queue = Channel.CreateBounded<RebuildJob>(1);
    private readonly List<RebuildJob> _jobs = [];
    private readonly TimeProvider _time;
    private int _last;

    /// <summary>Remembers rebuilds.</summary>
    public RebuildJobs(TimeProvider time) => _time = time;

    /// <summary>The rebuild that has not ended yet, or null.</summary>
    public RebuildJob? Running
    {
        get
        {
            lock (_starting)
            {
                return _jobs.Find(job => !job.HasEnded);
            }
        }
    }

    /// <summary>The last rebuild, running or ended, or null.</summary>
    public RebuildJob? Last
    {
        get
        {
            lock (_starting)
            {
                return _jobs.LastOrDefault();
            }
        }
    }

    /// <summary>Asks for a rebuild.</summary>
    /// <param name="job">The new rebuild, or the one that is running.</param>
    /// <returns>Whether it is a new one.</returns>
    public bool TryStart(out RebuildJob job) => TryStart(RebuildKind.Rebuild, out job);

    /// <summary>Asks for a rebuild or a rollback.</summary>
    /// <param name="kind">Which.</param>
    /// <param name="job">The new job, or the one that is running.</param>
    /// <returns>Whether it is a new one.</returns>
    public bool TryStart(RebuildKind kind, out RebuildJob job)
    {
        lock (_starting)
        {
            if (_jobs.Find(other => !other.HasEnded) is { } running)
            {
                job = running;
                return false;
            }

            // The moment makes the identifier new also after a restart.
            job = new RebuildJob(string.Create(
                CultureInfo.InvariantCulture, $"{_time.GetUtcNow():yyyyMMdd'T'HHmmss}-{++_last}"), _time, kind);
            _jobs.Add(job);
            if (_jobs.Count > Remembered)
            {
                _jobs[0].Dispose();
                _jobs.RemoveAt(0);
            }

            _queue.Writer.TryWrite(job); // there is room: nothing else is queued or running
            return true;
        }
    }

    /// <summary>A rebuild by its identifier, or null.</summary>
    public RebuildJob? Find(string id)
    {
        lock (_starting)
        {
            return _jobs.Find(job => job.Id == id);
        }
    }

    internal ValueTask<RebuildJob> NextAsync(CancellationToken cancellation) => _queue.Reader.ReadAsync(cancellation);
}
