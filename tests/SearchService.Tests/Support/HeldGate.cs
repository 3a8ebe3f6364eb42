using SearchService.Indexing;

namespace SearchService.Tests.Support;

/// <summary>Keeps rebuilds from being published until it is disposed: a lock belongs to a thread, so a thread of its own holds it.</summary>
public sealed class HeldGate : IDisposable
{
    private readonly ManualResetEventSlim _held = new();
    private readonly ManualResetEventSlim _release = new();
    private readonly Thread _thread;

    public HeldGate(IndexFollower follower)
    {
        _thread = new Thread(() =>
        {
            lock (follower.Gate)
            {
                _held.Set();
                _release.Wait();
            }
        });
        _thread.Start();
        _held.Wait();
    }

    public void Dispose()
    {
        _release.Set();
        _thread.Join();
        _held.Dispose();
        _release.Dispose();
    }
}
