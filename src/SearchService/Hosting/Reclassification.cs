using SearchService.Classification;
using SearchService.Storage;

namespace SearchService.Hosting;

/// <summary>Derives story and topics anew where other rules derived them before; what comes out different is a change of the store.</summary>
public sealed class Reclassification
{
    private const int BatchSize = 500;

    private readonly ArticleStore _store;
    private readonly ArticleClassifier _classifier;

    /// <summary>Reclassifies a store.</summary>
    public Reclassification(ArticleStore store, ArticleClassifier classifier)
    {
        _store = store;
        _classifier = classifier;
    }

    /// <summary>Looks at every article that the present rules have not seen.</summary>
    /// <returns>How many came out different.</returns>
    public int Run(CancellationToken cancellation)
    {
        var changed = 0;
        long after = 0;
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            IReadOnlyList<StoredArticle> batch;
            using (var snapshot = _store.OpenSnapshot())
            {
                batch = snapshot.ReadClassifiedByOthers(_classifier.Rules, after, BatchSize);
            }

            if (batch.Count == 0)
            {
                return changed;
            }

            changed += _store.Reclassify([.. batch.Select(article => (article, _classifier.Classify(article.Classified.Article).Derivation))]);
            after = batch[^1].Sequence;
        }
    }
}
