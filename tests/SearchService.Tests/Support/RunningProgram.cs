using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace SearchService.Tests.Support;

/// <summary>The built program serving as a process of its own, on a port of its own.</summary>
public sealed class RunningProgram : IAsyncDisposable
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly StringBuilder _said = new();

    private RunningProgram(Process process) => _process = process;

    public HttpClient Client { get; } = new() { Timeout = Deadline };

    public int Id => _process.Id;

    /// <summary>All it has said so far.</summary>
    public string Said
    {
        get
        {
            lock (_said)
            {
                return _said.ToString();
            }
        }
    }

    /// <summary>Starts it over a folder, which gets <c>corpus</c> and <c>index</c>, and waits until it answers searches.</summary>
    public static async Task<RunningProgram> StartAsync(TempFolder folder, params string[] settings)
    {
        Directory.CreateDirectory(folder.File("corpus"));
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "SearchService.dll"), .. Settings(folder), .. settings])
        {
            WorkingDirectory = folder.Path,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var program = new RunningProgram(Process.Start(start)!);
        try
        {
            program._process.OutputDataReceived += program.Hear;
            program._process.ErrorDataReceived += program.Hear;
            program._process.BeginOutputReadLine();
            program._process.BeginErrorReadLine();
            program.Client.BaseAddress = await Answers.UntilAsync(
                () => Task.FromResult(program.Address(folder.File("index/service.json"))), address => address is { Port: > 0 });
            await Answers.UntilAsync(program.IsReadyAsync, ready => ready);
            return program;
        }
        catch
        {
            await program.DisposeAsync();
            throw;
        }
    }

    /// <summary>The settings of a service over a folder.</summary>
    public static string[] Settings(TempFolder folder) =>
        [$"--Corpus:Path={folder.File("corpus")}", $"--Index:Directory={folder.File("index")}", "--Urls=http://127.0.0.1:0"];

    /// <summary>Sends it a signal such as <c>TERM</c>.</summary>
    public async Task SignalAsync(string name)
    {
        using var kill = Process.Start("/bin/kill", ["-" + name, Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }

    /// <summary>Waits for its end.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> EndAsync()
    {
        using var deadline = new CancellationTokenSource(Deadline);
        await _process.WaitForExitAsync(deadline.Token);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (!_process.HasExited)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    private void Hear(object sender, DataReceivedEventArgs line)
    {
        lock (_said)
        {
            _said.AppendLine(line.Data);
        }
    }

    private Uri? Address(string note)
    {
        Assert.False(_process.HasExited, Said);
        try
        {
            return new Uri(JsonSerializer.Deserialize<JsonElement>(File.ReadAllText(note)).GetProperty("Address").GetString()!);
        }
        catch (Exception e) when (e is IOException or JsonException)
        {
            return null;
        }
    }

    private async Task<bool> IsReadyAsync()
    {
        using var answer = await Client.GetAsync("/health/ready");
        return answer.IsSuccessStatusCode;
    }
}
