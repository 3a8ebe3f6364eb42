using System.Threading.Channels;
using SearchService.Indexing;

namespace SearchService.Hosting;

/// <summary>What is known of the soundness of the index, for those who meet a fault, those who look into it and those who tell of it. Safe for all threads.</summary>
public sealed class IndexHealth
{
    /// <summary>How long a clean bill is believed: a fault of the program may look like damage, and looking costs a reading of the whole index.</summary>
    private static readonly TimeSpan Believed = TimeSpan.FromMinutes(10);

    private readonly Channel<Exception> _suspicions = Channel.CreateBounded<Exception>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    private readonly TimeProvider _time;
    private volatile bool _verifying;
    private volatile string? _trouble;
    private long _soundAt;

    /// <summary>Knows nothing yet.</summary>
    public IndexHealth(TimeProvider time) => _time = time;

    /// <summary>Whether the files of the live generation are still to be read from end to end, or are being read.</summary>
    public bool IsVerifying => _verifying;

    /// <summary>Why the index that was published is not the one in use, a sentence in French, or null.</summary>
    public string? Trouble => _trouble;

    /// <summary>Tells of an exception that a reading or writing of the index ended with. If it may come from damage, the files are looked at soon.</summary>
    /// <returns>Whether it may.</returns>
    public bool Suspect(Exception exception)
    {
        if (!IndexFaults.IsSuspicious(exception))
        {
            return false;
        }

        var soundAt = Interlocked.Read(ref _soundAt);
        if (soundAt == 0 || _time.GetElapsedTime(soundAt) >= Believed)
        {
            _suspicions.Writer.TryWrite(exception);
        }

        return true;
    }

    internal ValueTask<Exception> NextSuspicionAsync(CancellationToken cancellation) => _suspicions.Reader.ReadAsync(cancellation);

    internal void BeginVerifying() => _verifying = true;

    internal void EndVerifying() => _verifying = false;

    internal void FindSound()
    {
        Interlocked.Exchange(ref _soundAt, _time.GetTimestamp());
        _suspicions.Reader.TryRead(out _); // what was suspected meanwhile has been answered
    }

    internal void Meet(string trouble) => _trouble = trouble;

    internal void Recover()
    {
        _trouble = null;
        Interlocked.Exchange(ref _soundAt, 0);
    }
}
