using SearchService.Articles;
using SearchService.Classification;
using SearchService.Indexing;
using SearchService.Ingestion;
using SearchService.Observability;
using SearchService.Storage;

namespace SearchService.Hosting;

/// <summary>
/// Takes articles that a client sends, one after the other, into the store: the bulk request and the <c>import</c> verb. It goes no faster than the index can
/// follow, so that a crash leaves little to be indexed before the next start is ready; an index that stands still does not keep articles from the store.
/// </summary>
public sealed class ArticleImport
{
    /// <summary>How many changes the index may be behind: with those that it may lose in a crash, some seconds of work at the next start.</summary>
    private const long MaxLag = 5000;

    /// <summary>An index that shows nothing new for so long stands still.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly ArticleStore _store;
    private readonly LiveIndex _live;
    private readonly IndexFollower _follower;
    private readonly ArticleClassifier _classifier;
    private readonly SearchMetrics _metrics;
    private readonly RecentProblems _problems;
    private readonly TimeProvider _time;

    /// <summary>Imports into a store.</summary>
    public ArticleImport(
        ArticleStore store, LiveIndex live, IndexFollower follower, ArticleClassifier classifier, SearchMetrics metrics, RecentProblems problems,
        TimeProvider time)
    {
        _store = store;
        _live = live;
        _follower = follower;
        _classifier = classifier;
        _metrics = metrics;
        _problems = problems;
        _time = time;
    }

    /// <summary>Takes articles in. What was accepted is durable when this returns, also when it ends early.</summary>
    /// <param name="items">What a reader found.</param>
    /// <param name="reject">Told of each line that was refused, in order within a batch.</param>
    /// <param name="progress">Told how many articles have been accepted so far, or null.</param>
    /// <param name="cancellation">Stops between two batches.</param>
    /// <exception cref="StoreException">The store cannot be written.</exception>
    public async Task<ImportResult> RunAsync(
        IAsyncEnumerable<ReadItem> items, Action<int, ArticleError> reject, Action<long>? progress, CancellationToken cancellation)
    {
        var result = default(ImportResult);
        var indexFollows = true;
        var batch = new ArticleBatch<(int Line, ClassifiedArticle Article)>(item => item.Article.Article);
        await foreach (var item in items.WithCancellation(cancellation))
        {
            if (item.IsRejection)
            {
                result = result with { Rejected = result.Rejected + 1 };
                Reject(item.Line, item.Problem!);
            }

            if (item.Article is not null)
            {
                result = result with { UnknownFields = result.UnknownFields + item.UnknownFields };
                batch.Add((item.Line, _classifier.Classify(item.Article)));
                if (batch.IsFull)
                {
                    await ApplyAsync(batch.Take());
                    indexFollows = indexFollows && await WaitForIndexAsync(result.Sequence, cancellation);
                }
            }
        }

        await ApplyAsync(batch.Take());
        _metrics.Ingested(result.Accepted, result.UnknownFields);
        return result;

        async Task ApplyAsync(IReadOnlyList<(int Line, ClassifiedArticle Article)> taken)
        {
            if (taken.Count == 0)
            {
                return;
            }

            var answers = await _store.ApplyAsync([.. taken.Select(item => ArticleChange.Put(item.Article))]);
            for (var i = 0; i < answers.Count; i++)
            {
                var answer = answers[i];
                if (answer.Accepted)
                {
                    result = result with
                    {
                        Accepted = result.Accepted + 1,
                        Sequence = Math.Max(result.Sequence, answer.Sequence),
                        Hides = result.Hides || Hides(taken[i].Article.Article),
                    };
                    continue;
                }

                var article = taken[i].Article.Article;
                result = result with { Rejected = result.Rejected + 1 };
                Reject(taken[i].Line, VersionConflict(article, answer) with { ArticleId = article.Id });
            }

            progress?.Invoke(result.Accepted);
        }

        void Reject(int line, ArticleError error)
        {
            _metrics.IngestionProblem(error.Code);
            _problems.AddRequest(line, error);
            reject(line, error);
        }
    }

    /// <summary>Waits until the index is near a change.</summary>
    /// <returns>Whether it advances, or there is none yet that could.</returns>
    private async Task<bool> WaitForIndexAsync(long sequence, CancellationToken cancellation)
    {
        try
        {
            if (_live.Current is not null && sequence > MaxLag)
            {
                await _follower.WaitUntilVisibleAsync(sequence - MaxLag, cancellation).WaitAsync(Patience, _time, cancellation);
            }

            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    /// <summary>Whether an article is one that readers may not see, or not yet.</summary>
    public static bool Hides(Article article) => article.Status != ArticleStatus.Usable || article.EmbargoUntil is not null;

    /// <summary>Why a version was refused.</summary>
    public static ArticleError VersionConflict(Article article, ChangeResult answer) => new(
        ArticleError.VersionConflict, $"L'article {article.Id} est déjà en version {answer.Version} ; la version {article.Version} est refusée.");
}
