using System.CommandLine;
using System.Globalization;
using Microsoft.Extensions.Options;
using SearchService.Articles;
using SearchService.Hosting;
using SearchService.Indexing;
using SearchService.Ingestion;
using SearchService.Storage;

namespace SearchService.Commands;

/// <summary><c>import</c>: reads files into the store and its index, or sends them to a running service.</summary>
public static class ImportCommand
{
    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");

    /// <summary>Describes the verb.</summary>
    public static Command Create(IReadOnlyList<string> settings)
    {
        var files = new Argument<FileInfo[]>("FILE") { Description = "Fichiers à lire (.jsonl, .txt).", Arity = ArgumentArity.OneOrMore };
        var url = ServiceClient.UrlOption();
        var key = ServiceClient.KeyOption();
        var command = new Command("import", "Lit des fichiers d'actualités et les indexe.") { files, url, key };
        command.SetAction(async (parsed, cancellation) =>
        {
            using var client = ServiceClient.For(parsed.GetValue(url), parsed.GetValue(key));
            using var engine = Engine.Create(settings);
            var options = engine.GetRequiredService<IOptions<IngestionOptions>>().Value;
            return client is null
                ? await ImportAsync(engine, parsed.GetValue(files)!, options, cancellation)
                : await SendAsync(client, parsed.GetValue(files)!, options, cancellation);
        });
        return command;
    }

    private static async Task<int> ImportAsync(IServiceProvider engine, FileInfo[] files, IngestionOptions options, CancellationToken cancellation)
    {
        var import = engine.GetRequiredService<ArticleImport>();
        var follower = engine.GetRequiredService<IndexFollower>();
        var opening = engine.GetRequiredService<IndexOpening>();
        var time = engine.GetRequiredService<TimeProvider>();
        var store = engine.GetRequiredService<ArticleStore>();
        if (!opening.TryOpen(readOnly: false, store.LastSequence, store.Identity, cancellation))
        {
            store.RenewIdentity();
            opening.CreateEmpty(store.Identity);
        }

        var started = time.GetTimestamp();
        var progress = new ImportProgress(Console.Error, !Console.IsErrorRedirected, files.Sum(Length), time);
        var total = default(ImportResult);
        using var readingEnded = new CancellationTokenSource();
        var indexing = Task.Run(() => IndexAsync(follower, readingEnded.Token), CancellationToken.None);
        var failed = false;
        try
        {
            long before = 0;
            foreach (var file in files)
            {
                var accepted = total.Accepted;
                var result = await ReadAsync(file, options, import, progress, (more, read) => progress.Tell(accepted + more, before + read), cancellation);
                failed |= result is null;
                total = Add(total, result ?? default);
                before += Length(file);
            }
        }
        finally
        {
            await readingEnded.CancelAsync();
            await indexing; // what was read is in the store: the index takes it in also when the reading ends early
        }

        progress.EndLine();
        var seconds = time.GetElapsedTime(started).TotalSeconds;
        Console.Out.WriteLine(string.Create(
            French, $"Articles importés : {total.Accepted} ; refusés : {total.Rejected} ; durée : {seconds:0.0} s ({total.Accepted / seconds:0} par seconde)"));
        return failed || total.Rejected > 0 ? 1 : 0;
    }

    /// <summary>Follows the store until the reading has ended, then once more, and commits.</summary>
    private static async Task IndexAsync(IndexFollower follower, CancellationToken readingEnded)
    {
        while (!readingEnded.IsCancellationRequested)
        {
            follower.CatchUp(Environment.ProcessorCount, CancellationToken.None);
            try
            {
                await follower.WaitForChangeAsync(TimeSpan.FromSeconds(1), readingEnded);
            }
            catch (OperationCanceledException)
            {
                break;
            }
        }

        follower.CatchUp(Environment.ProcessorCount, CancellationToken.None);
        follower.Commit();
    }

    /// <summary>Reads a file into the store; null if it cannot be read at all.</summary>
    private static async Task<ImportResult?> ReadAsync(
        FileInfo file, IngestionOptions options, ArticleImport import, ImportProgress progress, Action<long, long> tell, CancellationToken cancellation)
    {
        try
        {
            await using var content = file.OpenRead();
            if (await ChooseAsync(content, file, progress.Report, cancellation) is not { } reader)
            {
                return null;
            }

            return await import.RunAsync(
                reader.ReadAsync(content, options, cancellation),
                (line, error) => progress.Report(new IngestionProblem(file.Name, line, error)),
                accepted => tell(accepted, content.Position),
                cancellation);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            progress.Report(new IngestionProblem(file.ToString(), 0, new ArticleError(ArticleError.Unreadable, Directory.Exists(file.FullName)
                ? "C'est un dossier : nommez ses fichiers, ou donnez-le comme Corpus:Path au service."
                : "Le fichier ne peut pas être lu : " + e.Message)));
            return null;
        }
    }

    private static async Task<int> SendAsync(ServiceClient client, FileInfo[] files, IngestionOptions options, CancellationToken cancellation)
    {
        long accepted = 0, rejected = 0;
        foreach (var file in files)
        {
            await using var content = file.OpenRead();
            if (await ChooseAsync(content, file, Report, cancellation) is not { } reader)
            {
                return 1;
            }

            var unread = 0;
            var lines = new ArticleLines(reader.ReadAsync(content, options, cancellation), (line, error) =>
            {
                unread++;
                Report(new IngestionProblem(file.Name, line, error));
            });
            var answer = await client.SendAsync(HttpMethod.Post, "/api/articles", lines, cancellation);
            accepted += answer.GetProperty("accepted").GetInt64();
            rejected += answer.GetProperty("rejected").GetInt64() + unread;
            foreach (var error in answer.GetProperty("errors").EnumerateArray())
            {
                Report(new IngestionProblem(file.Name, lines.LineOf(error.GetProperty("line").GetInt32()), new ArticleError(
                    error.GetProperty("code").GetString()!, error.GetProperty("message").GetString()!)));
            }
        }

        Console.Out.WriteLine(string.Create(French, $"Articles importés : {accepted} ; refusés : {rejected}"));
        return rejected > 0 ? 1 : 0;
    }

    private static async ValueTask<IArticleReader?> ChooseAsync(Stream content, FileInfo file, Action<object> report, CancellationToken cancellation)
    {
        var reader = await ArticleReaders.ChooseAsync(content, file.Name, cancellation);
        if (reader is null)
        {
            report(new IngestionProblem(file.Name, 0, new ArticleError(
                ArticleError.UnknownFormat, "Format inconnu : un article JSON par ligne (.jsonl) ou une page de dépêches (.txt) est attendu.")));
        }

        return reader;
    }

    private static ImportResult Add(ImportResult a, ImportResult b) => new(
        a.Accepted + b.Accepted, a.Rejected + b.Rejected, a.UnknownFields + b.UnknownFields, Math.Max(a.Sequence, b.Sequence), a.Hides || b.Hides);

    private static long Length(FileInfo file) => file.Exists ? file.Length : 0;

    private static void Report(object problem) => Console.Error.WriteLine(problem);
}
