using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using SearchService.Articles;
using SearchService.Classification;
using SearchService.Ingestion;
using SearchService.Observability;
using SearchService.Storage;

namespace SearchService.Hosting;

/// <summary>Brings what the corpus says into the store: reads each file that changed since it was last read. Not for two threads.</summary>
public sealed partial class CorpusSync
{
    private readonly CorpusFolder _corpus;
    private readonly CorpusLedger _ledger;
    private readonly ArticleClassifier _classifier;
    private readonly IngestionOptions _options;
    private readonly SearchMetrics _metrics;
    private readonly RecentProblems _recent;
    private readonly ILogger<CorpusSync> _logger;
    private readonly HashSet<IngestionProblem> _standing = [];

    /// <summary>Reads the corpus of a service.</summary>
    public CorpusSync(
        ServicePaths paths, CorpusLedger ledger, ArticleClassifier classifier, IOptions<IngestionOptions> options, SearchMetrics metrics,
        RecentProblems recent, ILogger<CorpusSync> logger)
    {
        _corpus = new CorpusFolder(paths.Corpus);
        _ledger = ledger;
        _classifier = classifier;
        _options = options.Value;
        _metrics = metrics;
        _recent = recent;
        _logger = logger;
    }

    /// <summary>The file or folder that is read.</summary>
    public CorpusFolder Corpus => _corpus;

    /// <summary>Reads the files that changed.</summary>
    /// <param name="progress">Told how many articles have been read so far.</param>
    /// <param name="cancellation">Stops between two batches; the file is then read again next time.</param>
    public async Task<CorpusReport> RunAsync(Action<long>? progress, CancellationToken cancellation)
    {
        var report = new CorpusReport();
        foreach (var file in _corpus.List(problem => ReportStanding(report, problem)))
        {
            try
            {
                await ReadAsync(file, report, progress, cancellation);
            }
            catch (Exception e) when (e is not (OperationCanceledException or StoreException)) // one file never stops the others
            {
                var problem = new IngestionProblem(file.Name, 0, new ArticleError(
                    ArticleError.Unreadable, "Le fichier ne peut pas être lu : vérifiez qu'il existe, les droits d'accès, et que ce n'est pas un lien."));
                Log.Unreadable(_logger, e, problem);
                ReportStanding(report, problem);
            }
        }

        // A problem of the folder itself is told once, and again if it comes back after it was gone.
        _standing.IntersectWith(report.Standing);
        if (report.FilesRead > 0)
        {
            Log.Read(_logger, report.FilesRead, report.Articles, report.Changes, report.ProblemCount);
            _metrics.Ingested(report.Articles, report.UnknownFields);
        }

        return report;
    }

    private async Task ReadAsync(CorpusFile file, CorpusReport report, Action<long>? progress, CancellationToken cancellation)
    {
        var known = _ledger.Find(file.Name);
        if (known is not null && known.Size == file.Size && known.Modified == file.Modified)
        {
            return;
        }

        await using var content = _corpus.Open(file);
        var hash = await SHA256.HashDataAsync(content, cancellation);
        var stamp = new FileStamp(file.Size, file.Modified, hash);
        if (known is not null && known.Hash.AsSpan().SequenceEqual(hash))
        {
            _ledger.Touch(file.Name, stamp);
            return;
        }

        content.Position = 0;
        var reading = _ledger.Begin(file.Name);
        _recent.Forget(file.Name);
        if (await ArticleReaders.ChooseAsync(content, file.Name, cancellation) is { } reader)
        {
            var batch = new ArticleBatch<FileItem>(item => item.Article.Article);
            await foreach (var item in reader.ReadAsync(content, _options, cancellation))
            {
                if (item.Problem is not null)
                {
                    Report(report, new IngestionProblem(file.Name, item.Line, item.Problem));
                }

                if (item.Article is null)
                {
                    continue;
                }

                report.Articles++;
                report.UnknownFields += item.UnknownFields;
                batch.Add(new FileItem(item.Line, _classifier.Classify(item.Article)));
                if (batch.IsFull)
                {
                    Apply(batch.Take());
                    cancellation.ThrowIfCancellationRequested();
                }
            }

            Apply(batch.Take());
        }
        else if (file.Size > 0)
        {
            Report(report, new IngestionProblem(file.Name, 0, new ArticleError(
                ArticleError.UnknownFormat, "Format inconnu : un article JSON par ligne (.jsonl) ou une page de dépêches (.txt) est attendu.")));
        }

        _ledger.End(reading, stamp);
        report.FilesRead++;

        void Apply(IReadOnlyList<FileItem> items)
        {
            foreach (var result in _ledger.Apply(reading, items))
            {
                Note(file, result, report);
            }

            progress?.Invoke(report.Articles);
        }
    }

    private void Note(CorpusFile file, FileItemResult result, CorpusReport report)
    {
        var id = result.Item.Article.Article.Id;
        if (result.ClashesWithLine is { } line)
        {
            Report(report, new IngestionProblem(file.Name, result.Item.Line, new ArticleError(
                ArticleError.DuplicateId, $"L'identifiant {id} est déjà celui d'un autre article de ce fichier, ligne {line}, qui est gardé.")));
        }
        else if (result.Change is { Outcome: ChangeOutcome.VersionConflict } conflict)
        {
            Report(report, new IngestionProblem(file.Name, result.Item.Line, new ArticleError(
                ArticleError.VersionConflict, $"L'article {id} est déjà en version {conflict.Version} ; la version {result.Item.Article.Article.Version} est refusée.")));
        }
        else if (result.Change is { Outcome: ChangeOutcome.Created or ChangeOutcome.Updated })
        {
            report.Changes++;
        }
    }

    private void ReportStanding(CorpusReport report, IngestionProblem problem)
    {
        report.Standing.Add(problem);
        if (_standing.Add(problem))
        {
            Report(report, problem);
        }
    }

    private void Report(CorpusReport report, IngestionProblem problem)
    {
        report.Add(problem);
        _recent.Add(problem);
        _metrics.IngestionProblem(problem.Error.Code);
        Log.Problem(_logger, problem);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Corpus: read {Files} files with {Articles} articles: {Changes} changes, {Problems} problems")]
        public static partial void Read(ILogger logger, int files, long articles, long changes, long problems);

        [LoggerMessage(3, LogLevel.Debug, "Corpus, with its cause: {Problem}")]
        public static partial void Unreadable(ILogger logger, Exception exception, IngestionProblem problem);

        [LoggerMessage(2, LogLevel.Warning, "Corpus: {Problem}")]
        public static partial void Problem(ILogger logger, IngestionProblem problem);
    }
}
