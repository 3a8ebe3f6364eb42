using SearchService.Hosting;
using SearchService.Indexing;
using SearchService.Searching;
using SearchService.Storage;
using SearchService.Tests.Support;

namespace SearchService.Tests.Indexing;

/// <summary>After a failed write Lucene goes on without the documents that it dropped: the follower must not.</summary>
public sealed class FailedWriteTests : IDisposable
{
    private readonly TestEngine _engine = new();

    public void Dispose() => _engine.Dispose();

    [Fact]
    public void What_a_failed_write_may_have_dropped_is_replayed_once_the_disk_is_back()
    {
        _engine.Index(Make.Article("a", "Le pont fermé"), Make.Article("b", "Le tunnel ouvert"));
        var follower = _engine.Get<IndexFollower>();
        follower.Commit();
        _engine.Store.Apply([.. new[] { Make.Article("a", "Le pont rouvert"), Make.Article("c", "Le bac supprimé") }
            .Select(article => ArticleChange.Put(Make.Plain(article)))]);

        var path = _engine.Get<LiveIndex>().Current!.Path;
        Directory.Move(path, path + ".away");
        File.WriteAllText(path, "");
        Assert.ThrowsAny<Exception>(() => CatchUp(follower));
        Assert.Equal(2, Total()); // searches keep their last view

        File.Delete(path);
        Directory.Move(path + ".away", path);
        CatchUpUntilDone(follower);

        Assert.Equal(3, Total());
        Assert.Equal(["a"], Ids("rouvert"));
        Assert.Equal(["c"], Ids("bac"));
        Assert.Equal(0, follower.CountPending());
    }

    [Fact]
    public void A_held_index_answers_no_search_until_it_is_shown()
    {
        _engine.Index(Make.Article("a", "Le pont fermé"));
        var live = _engine.Get<LiveIndex>();

        live.Hold();
        Assert.Throws<IndexNotReadyException>(() => Total());

        live.Show();
        Assert.Equal(1, Total());
    }

    [Fact]
    public void An_index_that_knows_more_than_its_store_is_not_opened()
    {
        _engine.Index(Make.Article("a", "Le pont fermé"), Make.Article("b", "Le tunnel ouvert"));
        _engine.Get<IndexFollower>().Commit();
        _engine.Get<LiveIndex>().Dispose();
        var opening = _engine.Get<IndexOpening>();

        Assert.False(opening.TryOpen(readOnly: false, lastSequence: 1));
        Assert.True(opening.TryOpen(readOnly: false, lastSequence: 2));
    }

    private static int CatchUp(IndexFollower follower) => follower.CatchUp(1, CancellationToken.None);

    // The attempt after the failure may still meet the closed writer; as in the service, another follows.
    private static void CatchUpUntilDone(IndexFollower follower)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                CatchUp(follower);
                return;
            }
            catch (Exception) when (attempt < 3)
            {
                // The next attempt opens the last commit.
            }
        }
    }

    private int Total() => _engine.Searcher.Search(new SearchRequest()).Total;

    private string[] Ids(string query) => [.. _engine.Searcher.Search(new SearchRequest { Query = query }).Hits.Select(hit => hit.Id)];
}
