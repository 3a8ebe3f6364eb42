using System.CommandLine;
using System.Globalization;
using SearchService.Hosting;
using SearchService.Indexing;
using SearchService.Storage;
using Spectre.Console;

namespace SearchService.Commands;

/// <summary><c>rebuild</c>: builds a new generation from the store, or asks a running service to.</summary>
public static class RebuildCommand
{
    private static readonly TimeSpan BetweenQuestions = TimeSpan.FromMilliseconds(300);

    /// <summary>Describes the verb.</summary>
    public static Command Create(IReadOnlyList<string> settings)
    {
        var url = ServiceClient.UrlOption();
        var key = ServiceClient.KeyOption();
        var command = new Command("rebuild", "Reconstruit l'index à partir du dépôt d'articles.") { url, key };
        command.SetAction(async (parsed, cancellation) =>
        {
            using var client = ServiceClient.For(parsed.GetValue(url), parsed.GetValue(key));
            return await ShowProgressAsync(report => client is null
                ? Task.Run(() => RunHere(settings, report, cancellation), cancellation)
                : RunThereAsync(client, report, cancellation));
        });
        return command;
    }

    private static string RunHere(IReadOnlyList<string> settings, Action<double> report, CancellationToken cancellation)
    {
        using var engine = Engine.Create(settings);
        // What is published on the disk is what the new generation is compared with.
        var store = engine.GetRequiredService<ArticleStore>();
        engine.GetRequiredService<IndexOpening>().TryOpen(readOnly: true, store.LastSequence, store.Identity, cancellation);
        engine.GetRequiredService<Reclassification>().Run(cancellation);
        engine.GetRequiredService<IndexRebuild>().Run(
            Environment.ProcessorCount,
            progress => report(progress.Total == 0 ? 100 : 100.0 * progress.Processed / progress.Total),
            cancellation);
        using var lease = engine.GetRequiredService<LiveIndex>().Acquire();
        return string.Create(CultureInfo.InvariantCulture, $"génération {lease.Generation}, {lease.Documents} articles");
    }

    private static async Task<string> RunThereAsync(ServiceClient client, Action<double> report, CancellationToken cancellation)
    {
        var job = await client.SendAsync(HttpMethod.Post, "/api/index/rebuild", null, cancellation);
        var path = "/api/index/rebuilds/" + job.GetProperty("id").GetString();
        try
        {
            return await FollowAsync(client, path, report, cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            await CancelAsync(client, path);
            throw;
        }
    }

    private static async Task<string> FollowAsync(ServiceClient client, string path, Action<double> report, CancellationToken cancellation)
    {
        while (true)
        {
            var status = await client.SendAsync(HttpMethod.Get, path, null, cancellation);
            report(status.GetProperty("percent").GetDouble());
            switch (status.GetProperty("state").GetString())
            {
                case "succeeded":
                    var index = await client.SendAsync(HttpMethod.Get, "/api/index", null, cancellation);
                    return $"génération {index.GetProperty("generation")}, {index.GetProperty("documents")} articles";
                case "failed":
                    throw new HttpRequestException(status.GetProperty("error").GetString());
                case "canceled":
                    throw new HttpRequestException("La reconstruction a été annulée dans le service.");
            }

            await Task.Delay(BetweenQuestions, cancellation);
        }
    }

    /// <summary>Who interrupts the verb means the work, not the looking on.</summary>
    private static async Task CancelAsync(ServiceClient client, string path)
    {
        try
        {
            await client.SendAsync(HttpMethod.Delete, path, null, CancellationToken.None);
            await Console.Error.WriteLineAsync("La reconstruction est annulée dans le service.");
        }
        catch (HttpRequestException e)
        {
            await Console.Error.WriteLineAsync($"La reconstruction continue dans le service : {e.Message}");
        }
    }

    // Progress is not a result: it goes to standard error, as a bar on a terminal and as lines in a file.
    private static async Task<int> ShowProgressAsync(Func<Action<double>, Task<string>> work)
    {
        var result = Console.IsErrorRedirected ? await work(TellTenths()) : await ShowBarAsync(work);
        await Console.Out.WriteLineAsync(result);
        return 0;
    }

    private static async Task<string> ShowBarAsync(Func<Action<double>, Task<string>> work)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        var result = "";
        await console.Progress()
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(async context =>
            {
                var task = context.AddTask("Reconstruction");
                result = await work(percent => task.Value = percent);
                task.Value = 100;
            });
        return result;
    }

    private static Action<double> TellTenths()
    {
        var told = -1;
        return percent =>
        {
            var tenth = (int)percent / 10;
            if (tenth > told)
            {
                told = tenth;
                Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Reconstruction : {10 * tenth} %"));
            }
        };
    }
}
