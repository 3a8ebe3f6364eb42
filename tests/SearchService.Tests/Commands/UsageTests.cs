using System.Net;
using System.Net.Sockets;
using SearchService.Tests.Support;

namespace SearchService.Tests.Commands;

/// <summary>How the program ends when it is called wrongly or cannot start.</summary>
public sealed class UsageTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private string[] Places => [$"--Index:Directory={_folder.File("index")}", $"--Corpus:Path={_folder.Path}"];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("serve")]
    [InlineData("import")]
    [InlineData("analyze --field lemme")]
    [InlineData("search --rien")]
    [InlineData("import --rien")]
    [InlineData("search mots --size=abc")]
    [InlineData("search mots --from hier")]
    [InlineData("backup")]
    [InlineData("backup un deux")]
    [InlineData("restore --rien")]
    public async Task Wrong_usage_ends_2_and_points_to_the_help(string line)
    {
        var run = await ProgramRun.OfAsync(line.Split(' '));

        run.Ended(2);
        Assert.Equal("", run.Output);
        Assert.Contains("--help", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--help", "analyze", "search", "import", "rebuild", "check", "backup", "restore")]
    [InlineData("import --help", "--url", "--key")]
    [InlineData("backup --help", "DIR")]
    [InlineData("restore --help", "DIR", "mis de côté")]
    public async Task Help_ends_0(string line, params string[] words)
    {
        var run = await ProgramRun.OfAsync(line.Split(' '));

        run.Ended(0);
        Assert.All(words, word => Assert.Contains(word, run.Output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_wrong_setting_stops_the_service_with_every_wrong_key_named()
    {
        var environment = new Dictionary<string, string> { ["Search__MaxQueryLength"] = "0", ["Index__RefreshMilliseconds"] = "bientôt" };
        var run = await ProgramRun.OfAsync(
            environment, "", [.. Places, "--Urls=nulle part", "--Security:RequestsPerSecond=-1", $"--Corpus:Path={_folder.File("absent")}"]);

        run.Ended(1);
        string[] keys = ["Search:MaxQueryLength", "Index:RefreshMilliseconds", "Urls", "Security:RequestsPerSecond", "Corpus:Path"];
        Assert.All(keys, key => Assert.Contains(key, run.Error, StringComparison.Ordinal));
        Assert.Equal("", run.Output);
    }

    [Fact]
    public async Task A_wrong_setting_stops_a_verb_too()
    {
        var run = await ProgramRun.OfAsync(["check", .. Places, "--Search:MaxClauses=0"]);

        run.Ended(1);
        Assert.Contains("Search:MaxClauses", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_corpus_stops_the_service()
    {
        var run = await ProgramRun.OfAsync([$"--Index:Directory={_folder.File("index")}", $"--Corpus:Path={_folder.File("absent")}"]);

        run.Ended(1);
        Assert.Contains("Corpus:Path", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_that_is_taken_stops_the_service_with_a_clear_message()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var address = $"http://127.0.0.1:{((IPEndPoint)taken.LocalEndpoint).Port}";
        Directory.CreateDirectory(_folder.File("corpus"));

        var run = await ProgramRun.OfAsync([$"--Index:Directory={_folder.File("index")}", $"--Corpus:Path={_folder.File("corpus")}", "--Urls=" + address]);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("L'adresse est déjà prise", run.Error, StringComparison.Ordinal);
        Assert.Contains(address, run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData]
    [InlineData("check")]
    public async Task The_settings_file_beside_the_solution_is_read_from_any_current_folder(params string[] verb)
    {
        var program = Directory.CreateDirectory(_folder.File("src/bin")).FullName;
        foreach (var file in Directory.GetFiles(AppContext.BaseDirectory, "*.dll").Append(Path.Combine(AppContext.BaseDirectory, "SearchService.runtimeconfig.json")))
        {
            File.Copy(file, Path.Combine(program, Path.GetFileName(file)));
        }

        _folder.Write("SearchService.sln", "");
        _folder.Write("appsettings.json", """{"Search":{"MaxQueryLength":-7}}""");

        var run = await ProgramRun.OfAsync(new Dictionary<string, string>(), "", verb, Path.Combine(program, "SearchService.dll"));

        run.Ended(1);
        Assert.Contains("Search:MaxQueryLength = -7", run.Error, StringComparison.Ordinal);
    }
}
