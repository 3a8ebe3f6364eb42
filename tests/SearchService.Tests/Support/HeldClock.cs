namespace SearchService.Tests.Support;

/// <summary>A clock that can be told to keep whoever asks it waiting, or to run very fast: a search then takes as long as a test needs.</summary>
public sealed class HeldClock : TimeProvider, IDisposable
{
    private readonly ManualResetEventSlim _open = new(initialState: true);
    private long _leap;
    private long _leapt;

    /// <summary>How much later it is at each question.</summary>
    public TimeSpan Leap
    {
        get => TimeSpan.FromTicks(Interlocked.Read(ref _leap));
        set => Interlocked.Exchange(ref _leap, value.Ticks);
    }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>Keeps everybody who asks for the time waiting.</summary>
    public void Hold() => _open.Reset();

    /// <summary>Lets them go on.</summary>
    public void Release() => _open.Set();

    public override long GetTimestamp()
    {
        _open.Wait();
        return Environment.TickCount64 * TimeSpan.TicksPerMillisecond + Interlocked.Add(ref _leapt, Leap.Ticks);
    }

    public void Dispose()
    {
        _open.Set();
        _open.Dispose();
    }
}
