using System.Diagnostics;
using System.Globalization;

namespace SearchService.Benchmarks.Soak;

/// <summary>The service as a process of its own, on a new index in a temporary folder that goes with it.</summary>
internal sealed class ServiceProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartPatience = TimeSpan.FromMinutes(2);

    private readonly string _folder = Directory.CreateTempSubdirectory("soak-").FullName;
    private readonly List<string> _log = [];
    private readonly Process _process;

    private ServiceProcess(int port, bool sample)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "SearchService.dll"));
        start.ArgumentList.Add($"--Urls={UrlAt(port)}");
        start.ArgumentList.Add($"--Index:Directory={Path.Combine(_folder, "index")}");
        if (!sample)
        {
            start.ArgumentList.Add($"--Corpus:Path={Directory.CreateDirectory(Path.Combine(_folder, "corpus")).FullName}");
        }

        _process = Process.Start(start) ?? throw new IOException("The service did not start.");
        _process.OutputDataReceived += (_, line) => Keep(line.Data);
        _process.ErrorDataReceived += (_, line) => Keep(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>Where a service answers.</summary>
    public static Uri UrlAt(int port) => new($"http://127.0.0.1:{port}");

    /// <summary>Starts it and waits until it answers searches.</summary>
    /// <exception cref="TimeoutException">It does not within two minutes.</exception>
    public static async Task<ServiceProcess> StartAsync(int port, bool sample, HttpClient client, CancellationToken cancellation)
    {
        var service = new ServiceProcess(port, sample);
        try
        {
            var started = Stopwatch.GetTimestamp();
            while (!await IsReadyAsync(client, cancellation))
            {
                if (service._process.HasExited || Stopwatch.GetElapsedTime(started) > StartPatience)
                {
                    throw new TimeoutException($"The service is not ready: {string.Join(Environment.NewLine, service._log)}");
                }

                await Task.Delay(100, cancellation);
            }

            return service;
        }
        catch
        {
            await service.DisposeAsync();
            throw;
        }
    }

    /// <summary>The warnings and errors of its log, each with the line of its message.</summary>
    public IReadOnlyList<string> Troubles()
    {
        lock (_log)
        {
            return [.. _log.Zip(_log.Skip(1).Append("")).Where(pair => pair.First.StartsWith("warn:", StringComparison.Ordinal)
                || pair.First.StartsWith("fail:", StringComparison.Ordinal) || pair.First.StartsWith("crit:", StringComparison.Ordinal))
                .Select(pair => $"{pair.First} {pair.Second.Trim()}")];
        }
    }

    /// <summary>Its own memory (without mapped files) in megabytes, and how many files it has open; null where the system does not tell (it is Linux that does).</summary>
    public (double Megabytes, int Files)? Measure()
    {
        var folder = $"/proc/{_process.Id}";
        if (!OperatingSystem.IsLinux() || !Directory.Exists(folder))
        {
            return null;
        }

        var line = File.ReadLines(folder + "/status").First(line => line.StartsWith("RssAnon:", StringComparison.Ordinal));
        var kilobytes = double.Parse(line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture);
        return (kilobytes / 1024, Directory.EnumerateFileSystemEntries(folder + "/fd").Count());
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        await _process.WaitForExitAsync();
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static async Task<bool> IsReadyAsync(HttpClient client, CancellationToken cancellation)
    {
        try
        {
            using var answer = await client.GetAsync(new Uri("/health/ready", UriKind.Relative), cancellation);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false; // not listening yet
        }
    }

    private void Keep(string? line)
    {
        if (line is not null)
        {
            lock (_log)
            {
                _log.Add(line);
            }
        }
    }
}
