using System.Collections.Concurrent;
using System.Diagnostics;

namespace SearchService.Benchmarks.Soak;

/// <summary>
/// Requests at a fixed rate, sent on time whether or not the former ones are answered. The time of each is counted from when it was due, so that one
/// slow answer is not paid for by nobody (Tene, "How not to measure latency").
/// </summary>
internal sealed class RequestStream(int perSecond, Func<int, CancellationToken, Task<string?>> send)
{
    private readonly ConcurrentBag<double> _milliseconds = [];
    private readonly ConcurrentDictionary<string, int> _errors = new(StringComparer.Ordinal);

    /// <summary>What went wrong, and how often.</summary>
    public IReadOnlyDictionary<string, int> Errors => _errors;

    /// <summary>How many requests were answered.</summary>
    public int Count => _milliseconds.Count;

    /// <summary>Sends requests until the end of a duration, and waits for the last answers.</summary>
    public async Task RunAsync(TimeSpan duration, CancellationToken cancellation)
    {
        var started = Stopwatch.GetTimestamp();
        var pending = new List<Task>();
        for (var number = 0; ; number++)
        {
            var due = TimeSpan.FromSeconds((double)number / perSecond);
            if (due >= duration)
            {
                break;
            }

            if (due - Stopwatch.GetElapsedTime(started) is { Ticks: > 0 } early)
            {
                await Task.Delay(early, cancellation);
            }

            pending.RemoveAll(task => task.IsCompleted);
            pending.Add(SendAsync(number, started, due, cancellation));
        }

        await Task.WhenAll(pending);
    }

    /// <summary>A percentile of the time to the whole answer, in milliseconds.</summary>
    public double Percentile(double share)
    {
        var sorted = _milliseconds.Order().ToArray();
        return sorted.Length == 0 ? 0 : sorted[Math.Min(sorted.Length - 1, (int)Math.Ceiling(share * sorted.Length) - 1)];
    }

    private async Task SendAsync(int number, long started, TimeSpan due, CancellationToken cancellation)
    {
        try
        {
            if (await send(number, cancellation) is { } fault)
            {
                Tell(fault);
            }
        }
        catch (HttpRequestException e)
        {
            Tell(e.Message);
        }
        catch (TaskCanceledException) when (!cancellation.IsCancellationRequested)
        {
            Tell("no answer in time");
        }

        _milliseconds.Add((Stopwatch.GetElapsedTime(started) - due).TotalMilliseconds);
    }

    private void Tell(string fault) => _errors.AddOrUpdate(fault, 1, (_, count) => count + 1);
}
