using Microsoft.Extensions.Time.Testing;
using SearchService.Articles;
using SearchService.Hosting;
using SearchService.Indexing;
using SearchService.Storage;
using SearchService.Tests.Support;

namespace SearchService.Tests.Indexing;

public sealed class IndexFollowerTests : IDisposable
{
    private static readonly DateTimeOffset Noon = Make.Date("2025-06-21T12:00:00+02:00");

    private readonly FakeTimeProvider _clock = new(Noon);
    private readonly TestEngine _engine;
    private readonly IndexFollower _follower;

    public IndexFollowerTests()
    {
        _engine = new TestEngine(_clock);
        _follower = _engine.Get<IndexFollower>();
    }

    public void Dispose() => _engine.Dispose();

    [Fact]
    public void Nothing_is_applied_before_a_generation_is_live()
    {
        _engine.Store.Apply(Changes.PutMany(3));

        Assert.Equal(0, CatchUp());
        Assert.Equal(3, _follower.CountPending());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void All_that_the_store_has_shows_after_catching_up(int parallelism)
    {
        GoLive();
        _engine.Store.Apply(Changes.PutMany(2500));
        Assert.Equal(2500, _follower.CountPending());

        Assert.Equal(2500, _follower.CatchUp(parallelism, CancellationToken.None));

        Assert.Equal(2500, Visible());
        Assert.Equal(0, _follower.CountPending());
        Assert.Equal(0, CatchUp());
    }

    [Fact]
    public async Task Segments_merged_in_a_pause_show_with_the_next_look_and_are_committed()
    {
        GoLive();
        for (var i = 0; i < 5; i++)
        {
            _engine.Store.Apply([Changes.Put($"a{i}", "Titre")]);
            CatchUp();
        }

        Assert.Equal(5, Segments());
        _follower.Commit();
        _follower.Settle();
        for (var i = 0; i < 1000 && Segments() > 1; i++)
        {
            await Task.Delay(10, TestContext.Current.CancellationToken); // merges run in the background
            Assert.Equal(0, CatchUp());
        }

        Assert.Equal(1, Segments());
        Assert.Equal(5, Visible());
        _follower.Commit();
        using var committed = _engine.Get<LiveIndex>().Current!.OpenLastCommit();
        Assert.Single(committed.Leaves);
    }

    [Fact]
    public void Only_what_is_new_is_applied()
    {
        GoLive();
        _engine.Store.Apply(Changes.PutMany(5));
        CatchUp();

        _engine.Store.Apply([Changes.Put("a1", "Corrigée"), ArticleChange.Delete("a2")]);

        Assert.Equal(2, _follower.CountPending());
        Assert.Equal(2, CatchUp());
        Assert.Equal(4, Visible());
    }

    [Theory]
    [InlineData(ArticleStatus.Withheld)]
    [InlineData(ArticleStatus.Canceled)]
    public void A_hidden_article_vanishes_and_comes_back(ArticleStatus status)
    {
        GoLive();
        _engine.Store.Apply(Changes.Put("a", "Titre"));
        CatchUp();

        _engine.Store.Apply(Changes.Put("a", "Titre", status: status));
        CatchUp();
        Assert.Equal(0, Visible());

        _engine.Store.Apply(Changes.Put("a", "Titre"));
        CatchUp();
        Assert.Equal(1, Visible());
    }

    [Fact]
    public void A_deleted_article_vanishes()
    {
        GoLive();
        _engine.Store.Apply(Changes.PutMany(2));
        CatchUp();

        _engine.Store.Apply(ArticleChange.Delete("a0"));
        CatchUp();

        Assert.Equal(1, Visible());
    }

    [Fact]
    public void An_article_under_embargo_is_not_in_the_index_until_its_moment()
    {
        GoLive();
        _engine.Store.Apply(Changes.Put("a", "Titre"));
        CatchUp();
        _engine.Store.Apply(Changes.Put("a", "Titre sous embargo", embargo: Noon.AddHours(1)));
        CatchUp();
        Assert.Equal(0, Visible());
        Assert.Equal(0, _follower.CountPending());

        _clock.Advance(TimeSpan.FromHours(1));
        _engine.Store.LiftEmbargoes();
        CatchUp();

        Assert.Equal(1, Visible());
    }

    [Fact]
    public async Task Whoever_waits_for_a_change_goes_on_once_it_shows()
    {
        GoLive();
        var first = _engine.Store.Apply(Changes.Put("a", "Titre")).Sequence;
        var second = first + 1;
        var waitsForFirst = _follower.WaitUntilVisibleAsync(first, CancellationToken.None);
        var waitsForSecond = _follower.WaitUntilVisibleAsync(second, CancellationToken.None);
        Assert.True(_follower.SomeoneWaits);
        Assert.False(waitsForFirst.IsCompleted);

        CatchUp();
        await waitsForFirst.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        Assert.False(waitsForSecond.IsCompleted);

        _engine.Store.Apply(Changes.Put("b", "Titre"));
        CatchUp();
        await waitsForSecond.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        Assert.False(_follower.SomeoneWaits);
        Assert.True(_follower.WaitUntilVisibleAsync(second, CancellationToken.None).IsCompletedSuccessfully);
    }

    [Fact]
    public async Task Whoever_gives_up_waiting_is_let_go()
    {
        GoLive();
        using var patience = new CancellationTokenSource();
        var waits = _follower.WaitUntilVisibleAsync(99, patience.Token);

        await patience.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waits);
    }

    [Fact]
    public async Task A_change_of_the_store_and_someone_who_waits_both_wake_the_follower()
    {
        GoLive();
        Assert.False(await Woken(TimeSpan.Zero));

        _engine.Store.Apply(Changes.PutMany(2));
        Assert.True(await Woken(TimeSpan.FromSeconds(30)));
        Assert.False(await Woken(TimeSpan.Zero));

        _ = _follower.WaitUntilVisibleAsync(2, CancellationToken.None);
        Assert.True(await Woken(TimeSpan.FromSeconds(30)));
    }

    [Fact]
    public void A_commit_makes_durable_what_was_applied()
    {
        GoLive();
        _engine.Store.Apply(Changes.PutMany(3));
        CatchUp();
        Assert.Equal(0, _engine.Get<LiveIndex>().Current!.CommittedSequence);

        _follower.Commit();

        Assert.Equal(3, _engine.Get<LiveIndex>().Current!.CommittedSequence);
    }

    [Fact]
    public void A_stop_between_two_batches_leaves_the_rest_for_later()
    {
        GoLive();
        _engine.Store.Apply(Changes.PutMany(5));

        Assert.Equal(0, _follower.CatchUp(1, new CancellationToken(canceled: true)));
        Assert.Equal(5, _follower.CountPending());
        Assert.Equal(5, CatchUp());
    }

    private void GoLive() => _engine.Get<IndexOpening>().CreateEmpty();

    private int CatchUp() => _follower.CatchUp(1, CancellationToken.None);

    private Task<bool> Woken(TimeSpan timeout) => _follower.WaitForChangeAsync(timeout, TestContext.Current.CancellationToken);

    private int Visible()
    {
        using var lease = _engine.Get<LiveIndex>().Acquire();
        return lease.Searcher.IndexReader.NumDocs;
    }

    private int Segments()
    {
        using var lease = _engine.Get<LiveIndex>().Acquire();
        return lease.Searcher.IndexReader.Leaves.Count;
    }
}
