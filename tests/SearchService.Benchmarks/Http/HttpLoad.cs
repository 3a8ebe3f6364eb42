using System.Diagnostics;
using System.Globalization;

namespace SearchService.Benchmarks.Http;

/// <summary>
/// Sends requests over a number of connections, each the next as soon as the one before is answered whole, and prints a row for each shape and number of
/// connections, tab-separated: <c>H</c>, shape, connections, requests, requests a second, p50 and p99 in milliseconds, errors.
/// </summary>
internal static class HttpLoad
{
    /// <summary>Runs all measurements.</summary>
    /// <returns>0 if no request failed, else 1.</returns>
    public static async Task<int> RunAsync(HttpSettings settings, TextWriter output, CancellationToken cancellation)
    {
        var failed = false;
        foreach (var shape in settings.Shapes)
        {
            using var first = Client(settings.Url);
            var requests = await RequestShapes.OfAsync(shape, settings.Queries, first, cancellation);
            foreach (var connections in settings.Connections)
            {
                await MeasureAsync(settings.Url, requests, connections, settings.WarmUp, cancellation);
                var (milliseconds, errors, elapsed) = await MeasureAsync(settings.Url, requests, connections, settings.Duration, cancellation);
                failed |= errors > 0;
                output.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"H\t{shape}\t{connections}\t{milliseconds.Length}\t{milliseconds.Length / elapsed.TotalSeconds:0}\t{Percentile(milliseconds, 0.5):0.00}\t{Percentile(milliseconds, 0.99):0.00}\t{errors}"));
            }
        }

        return failed ? 1 : 0;
    }

    private static async Task<(double[] Milliseconds, int Errors, TimeSpan Elapsed)> MeasureAsync(
        Uri url, IReadOnlyList<Uri> requests, int connections, TimeSpan duration, CancellationToken cancellation)
    {
        var started = Stopwatch.GetTimestamp();
        var next = -1;
        var answers = await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => Task.Run(ConnectionAsync, cancellation)));
        var elapsed = Stopwatch.GetElapsedTime(started);
        var sorted = answers.SelectMany(answer => answer.Milliseconds).ToArray();
        Array.Sort(sorted);
        return (sorted, answers.Sum(answer => answer.Errors), elapsed);

        async Task<(List<double> Milliseconds, int Errors)> ConnectionAsync()
        {
            using var client = Client(url);
            var milliseconds = new List<double>();
            var errors = 0;
            while (Stopwatch.GetElapsedTime(started) < duration)
            {
                var request = requests[(int)((uint)Interlocked.Increment(ref next) % (uint)requests.Count)];
                var sent = Stopwatch.GetTimestamp();
                errors += await IsAnsweredAsync(client, request, cancellation) ? 0 : 1;
                milliseconds.Add(Stopwatch.GetElapsedTime(sent).TotalMilliseconds);
            }

            return (milliseconds, errors);
        }
    }

    private static async Task<bool> IsAnsweredAsync(HttpClient client, Uri request, CancellationToken cancellation)
    {
        try
        {
            using var answer = await client.GetAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
            await answer.Content.CopyToAsync(Stream.Null, cancellation);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    /// <summary>A client of one connection.</summary>
    private static HttpClient Client(Uri url) => new(new SocketsHttpHandler { MaxConnectionsPerServer = 1, UseProxy = false, UseCookies = false }) { BaseAddress = url };

    private static double Percentile(double[] sorted, double share) =>
        sorted.Length == 0 ? 0 : sorted[Math.Min(sorted.Length - 1, (int)Math.Ceiling(share * sorted.Length) - 1)];
}
