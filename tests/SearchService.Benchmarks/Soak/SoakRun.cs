using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;

namespace SearchService.Benchmarks.Soak;

/// <summary>One soak: an idle minute's worth of searches, then searches, writes and rebuilds at once, then the verdict.</summary>
internal sealed class SoakRun
{
    // Writes go over the same articles again and again, so that memory is not that of a growing corpus.
    private const int WrittenArticles = 2000;
    private const int LinesPerUpload = 2000;

    // The verdict: what the service may take more at the end than in the first third. A heap breathes with each rebuild, hence medians of thirds.
    private const double MemoryGrowth = 1.15;
    private const int MoreFiles = 16;
    private const double SlowerThanIdle = 10;
    private const double AlwaysFastEnough = 50;

    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Sampling = TimeSpan.FromSeconds(2);

    private readonly HttpClient _client;
    private readonly SoakSettings _settings;
    private readonly ServiceProcess _service;
    private readonly List<(double Megabytes, int Files)> _samples = [];
    private readonly List<string> _faults = [];
    private int _rebuilds;

    private SoakRun(HttpClient client, SoakSettings settings, ServiceProcess service)
    {
        _client = client;
        _settings = settings;
        _service = service;
    }

    /// <summary>Runs a soak and writes what it finds, tab-separated.</summary>
    /// <returns>0 if nothing failed, grew or slowed down, else 1.</returns>
    public static async Task<int> StartAsync(SoakSettings settings, CancellationToken cancellation)
    {
        using var client = new HttpClient { BaseAddress = ServiceProcess.UrlAt(settings.Port), Timeout = TimeSpan.FromSeconds(30) };
        await using var service = await ServiceProcess.StartAsync(settings.Port, settings.Articles is null, client, cancellation);
        var run = new SoakRun(client, settings, service);
        if (settings.Articles is { } file)
        {
            await run.UploadAsync(file, cancellation);
        }

        return await run.MeasureAsync(cancellation) ? 0 : 1;
    }

    private async Task<bool> MeasureAsync(CancellationToken cancellation)
    {
        await new RequestStream(_settings.SearchesPerSecond, SearchAsync).RunAsync(WarmUp, cancellation);
        var idle = new RequestStream(_settings.SearchesPerSecond, SearchAsync);
        await idle.RunAsync(Idle, cancellation);
        Report("idle search", idle);

        var searches = new RequestStream(_settings.SearchesPerSecond, SearchAsync);
        var writes = new RequestStream(_settings.WritesPerSecond, WriteAsync);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        Task[] beside = [SampleAsync(ending.Token), RebuildAsync(ending.Token)];
        await Task.WhenAll(searches.RunAsync(_settings.Duration, cancellation), writes.RunAsync(_settings.Duration, cancellation));
        await ending.CancelAsync();
        await Task.WhenAll(beside);

        Report("search", searches);
        Report("write", writes);
        Line($"rebuilds\t{_rebuilds}");
        Judge(idle, searches);
        JudgeGrowth();
        foreach (var (what, count) in idle.Errors.Concat(searches.Errors).Concat(writes.Errors))
        {
            _faults.Add($"{count} times {what}");
        }

        _faults.AddRange(_service.Troubles().Select(trouble => "log: " + trouble));
        _faults.ForEach(fault => Line($"fault\t{fault}"));
        Line($"{(_faults.Count == 0 ? "passed" : "failed")}");
        return _faults.Count == 0;
    }

    private void Judge(RequestStream idle, RequestStream searches)
    {
        var limit = Math.Max(SlowerThanIdle * idle.Percentile(0.99), AlwaysFastEnough);
        if (searches.Percentile(0.99) > limit)
        {
            _faults.Add(string.Create(CultureInfo.InvariantCulture, $"p99 of search is {searches.Percentile(0.99):0.0} ms, the limit {limit:0.0} ms"));
        }

        if (_rebuilds == 0)
        {
            _faults.Add("no rebuild ended");
        }
    }

    private void JudgeGrowth()
    {
        if (_samples.Count < 3)
        {
            return;
        }

        var third = _samples.Count / 3;
        var (first, last) = (_samples[..third], _samples[^third..]);
        var (memoryBefore, memoryAfter) = (Median(first.Select(sample => sample.Megabytes)), Median(last.Select(sample => sample.Megabytes)));
        var (filesBefore, filesAfter) = (Median(first.Select(sample => (double)sample.Files)), Median(last.Select(sample => (double)sample.Files)));
        Line($"memory MB, median of first and last third\t{memoryBefore:0}\t{memoryAfter:0}\tmost\t{_samples.Max(sample => sample.Megabytes):0}");
        Line($"open files, median of first and last third\t{filesBefore:0}\t{filesAfter:0}\tmost\t{_samples.Max(sample => sample.Files)}");
        if (memoryAfter > memoryBefore * MemoryGrowth)
        {
            _faults.Add("memory grows");
        }

        if (filesAfter > filesBefore + MoreFiles)
        {
            _faults.Add("open files grow in number");
        }
    }

    private async Task<string?> SearchAsync(int number, CancellationToken cancellation)
    {
        var query = _settings.Queries[number % _settings.Queries.Count];
        using var answer = await _client.GetAsync(new Uri("/api/search?q=" + Uri.EscapeDataString(query), UriKind.Relative), cancellation);
        await answer.Content.ReadAsByteArrayAsync(cancellation);
        return answer.StatusCode == HttpStatusCode.OK ? null : $"search {(int)answer.StatusCode}";
    }

    private async Task<string?> WriteAsync(int number, CancellationToken cancellation)
    {
        var id = number * 7 % WrittenArticles;
        var uri = new Uri($"/api/articles/soak-{id}", UriKind.Relative);
        if (number % 10 == 9)
        {
            using var deleted = await _client.DeleteAsync(uri, cancellation);
            return deleted.StatusCode is HttpStatusCode.NoContent or HttpStatusCode.NotFound ? null : $"delete {(int)deleted.StatusCode}";
        }

        var article = JsonSerializer.Serialize(new
        {
            headline = $"Dépêche {id} de l'endurance",
            paragraphs = new[] { $"Le ministre visite l'école {number} et promet un budget.", "La grève continue dans les trains ; le tunnel rouvre demain." },
            publishedAt = DateTimeOffset.UnixEpoch.AddDays(20000).AddMinutes(id),
        });
        using var content = new StringContent(article, Encoding.UTF8, "application/json");
        using var answer = await _client.PutAsync(uri, content, cancellation);
        return answer.IsSuccessStatusCode ? null : $"put {(int)answer.StatusCode}";
    }

    /// <summary>Starts a rebuild as soon as the one before has ended.</summary>
    private async Task RebuildAsync(CancellationToken ending)
    {
        try
        {
            while (true)
            {
                using var started = await _client.PostAsync(new Uri("/api/index/rebuild", UriKind.Relative), null, ending);
                if (started.StatusCode != HttpStatusCode.Accepted)
                {
                    _faults.Add($"rebuild {(int)started.StatusCode}");
                    return;
                }

                string? state;
                do
                {
                    await Task.Delay(200, ending);
                    using var job = JsonDocument.Parse(await _client.GetByteArrayAsync(started.Headers.Location, ending));
                    state = job.RootElement.GetProperty("state").GetString();
                }
                while (state is "queued" or "running" or "verifying");

                if (state != "succeeded")
                {
                    _faults.Add($"a rebuild ended as {state}");
                }

                _rebuilds++;
            }
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested)
        {
            // The time is over; the last rebuild goes down with the service.
        }
    }

    private async Task SampleAsync(CancellationToken ending)
    {
        var started = Stopwatch.GetTimestamp();
        var told = TimeSpan.Zero;
        while (!ending.IsCancellationRequested)
        {
            await Task.Delay(Sampling, ending).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (_service.Measure() is { } sample)
            {
                _samples.Add(sample);
                if (Stopwatch.GetElapsedTime(started) - told >= TimeSpan.FromMinutes(1))
                {
                    told = Stopwatch.GetElapsedTime(started);
                    Line($"minute {told.TotalMinutes:0}\t{sample.Megabytes:0} MB\t{sample.Files} files\t{_rebuilds} rebuilds");
                }
            }
        }
    }

    private async Task UploadAsync(string file, CancellationToken cancellation)
    {
        await using Stream bytes = File.OpenRead(file);
        await using var plain = file.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(bytes, CompressionMode.Decompress) : bytes;
        using var reader = new StreamReader(plain, Encoding.UTF8);
        var lines = new List<string>();
        while (true)
        {
            var line = await reader.ReadLineAsync(cancellation);
            if (line is not null)
            {
                lines.Add(line);
            }

            if (lines.Count == LinesPerUpload || (line is null && lines.Count > 0))
            {
                using var content = new StringContent(string.Join('\n', lines), Encoding.UTF8, "application/x-ndjson");
                using var answer = await _client.PostAsync(new Uri("/api/articles?refresh=true", UriKind.Relative), content, cancellation);
                answer.EnsureSuccessStatusCode();
                lines.Clear();
            }

            if (line is null)
            {
                return;
            }
        }
    }

    private static void Report(string name, RequestStream stream) =>
        Line($"{name}\t{stream.Count} requests\tp50 {stream.Percentile(0.5):0.0} ms\tp99 {stream.Percentile(0.99):0.0} ms\tmost {stream.Percentile(1):0.0} ms");

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted[sorted.Length / 2];
    }

    private static void Line(FormattableString text) => Console.Out.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
