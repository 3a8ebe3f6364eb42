using Lucene.Net.Search;
using SearchService.Indexing;
using SearchService.Storage;
using SearchService.Tests.Support;

namespace SearchService.Tests.Indexing.Files;

/// <summary>Readers that are swapped and whose files are deleted while other threads read them: what crashes directories that unmap on close.</summary>
public sealed class ReaderSwapTests : IDisposable
{
    private const int Articles = 120;
    private const int Swaps = 60;

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Searches_count_right_while_generations_are_swapped_and_deleted()
    {
        var generations = new GenerationFolder(_folder.Path);
        using var live = new LiveIndex();
        live.Swap(Build(generations));
        using var stop = new CancellationTokenSource();
        var searches = Enumerable.Range(0, 3).Select(_ => Task.Run(() => SearchUntil(live, stop.Token), TestContext.Current.CancellationToken)).ToArray();

        try
        {
            for (var swap = 0; swap < Swaps; swap++)
            {
                var next = Build(generations);
                live.Swap(next);
                generations.Prune();
                Correct(next);
                if (swap % 10 == 0)
                {
                    GC.Collect();
                    GC.WaitForPendingFinalizers();
                }
            }
        }
        finally
        {
            await stop.CancelAsync();
        }

        Assert.All(await Task.WhenAll(searches), count => Assert.True(count > 0));
        Assert.Equal(2, Directory.EnumerateDirectories(_folder.File("generations")).Count());
    }

    /// <summary>A published generation of several segments.</summary>
    private static IndexGeneration Build(GenerationFolder folder)
    {
        var generation = folder.Create(DateTimeOffset.UnixEpoch);
        for (var from = 0; from < Articles; from += 30)
        {
            generation.Apply(AsChanges(from, 30, "dépêche"), parallelism: 1);
            generation.Refresh(); // writes a segment
        }

        folder.Publish(generation.Name);
        return generation;
    }

    /// <summary>Replaces articles of a live generation: commits, merges and refreshes under the searches.</summary>
    private static void Correct(IndexGeneration generation)
    {
        for (var round = 0; round < 3; round++)
        {
            generation.Apply(AsChanges(round * 20, 20, "dépêche corrigée"), parallelism: 1);
            generation.Refresh();
        }

        generation.Commit();
    }

    private static StoredChange[] AsChanges(int from, int count, string words) =>
    [
        .. Enumerable.Range(from, count).Select(i => new StoredChange(
            i + 1, $"a{i}", Make.Plain(Make.Article($"a{i}", $"{words} numéro {i}", $"Un paragraphe de la {words} {i}.")), 1)),
    ];

    private static int SearchUntil(LiveIndex live, CancellationToken stop)
    {
        var count = 0;
        var query = new TermQuery(new Lucene.Net.Index.Term("headline.exact", "numero"));
        while (!stop.IsCancellationRequested)
        {
            using var lease = live.Acquire();
            Assert.Equal(Articles, lease.Searcher.Search(new MatchAllDocsQuery(), 1).TotalHits);
            var found = lease.Searcher.Search(query, Articles);
            Assert.Equal(Articles, found.TotalHits);
            var hit = found.ScoreDocs[count % Articles];
            Assert.Contains("numéro", ArticleDocument.FromDocument(lease.Searcher.Doc(hit.Doc)).Article.Headline, StringComparison.Ordinal);
            count++;
        }

        return count;
    }
}
