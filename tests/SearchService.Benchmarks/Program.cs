using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using SearchService.Benchmarks;
using SearchService.Benchmarks.Http;
using SearchService.Benchmarks.Peers;
using SearchService.Benchmarks.Relevance;
using SearchService.Benchmarks.Soak;

if (args is ["relevance", .. var arguments])
{
    return RelevanceCommand.Run(arguments);
}

if (args is ["peers", .. var peers])
{
    return PeersCommand.Run(peers);
}

if (args is ["http", .. var http])
{
    return HttpCommand.Run(http);
}

if (args is ["soak", .. var soak])
{
    return SoakCommand.Run(soak);
}

// Each benchmark runs in a process of its own, which has another current folder.
foreach (var variable in new[] { NewsEngine.Variable, QueryCycle.Variable, AnalysisBenchmarks.Variable })
{
    if (Environment.GetEnvironmentVariable(variable) is { Length: > 0 } path)
    {
        Environment.SetEnvironmentVariable(variable, Path.GetFullPath(path));
    }
}

// --test runs each benchmark once, in this process: it shows that they still work and measures nothing.
var smoke = args.Contains("--test");
var rest = args.Where(argument => argument != "--test").ToArray();
var config = smoke
    ? DefaultConfig.Instance.AddJob(Job.Dry.WithToolchain(InProcessEmitToolchain.Instance)).WithOptions(ConfigOptions.JoinSummary)
    : DefaultConfig.Instance;
var summaries = BenchmarkSwitcher.FromAssembly(typeof(SearchBenchmarks).Assembly).Run(smoke && rest.Length == 0 ? ["--filter", "*"] : rest, config);
var reports = summaries.SelectMany(summary => summary.Reports).ToList();
return reports.Count > 0 && reports.TrueForAll(report => report.Success) ? 0 : 1;
