using SearchService.Articles;
using SearchService.Indexing;
using SearchService.Storage;
using SearchService.Tests.Support;

namespace SearchService.Tests.Indexing;

public sealed class IndexRebuildTests : IDisposable
{
    private const int Articles = 2200;

    private readonly TestEngine _engine = new();
    private readonly GenerationFolder _folder;
    private readonly LiveIndex _live;

    public IndexRebuildTests()
    {
        _folder = _engine.Get<GenerationFolder>();
        _live = _engine.Get<LiveIndex>();
        _engine.Store.Apply(Changes.PutMany(Articles));
    }

    public void Dispose() => _engine.Dispose();

    [Fact]
    public void The_first_rebuild_publishes_all_articles_after_its_checks()
    {
        var checks = Run();

        Assert.Equal(["opens", "count", "duplicates", "queries"], checks.Select(check => check.Name));
        Assert.All(checks, check => Assert.True(check.Passed, check.Detail));
        Assert.Equal(("000001", null), (_folder.Current, _folder.Previous));
        Assert.Equal(Articles, Visible());
        Assert.Equal(Articles, _live.Current!.CommittedSequence);
    }

    [Fact]
    public void A_rebuild_takes_the_place_of_the_live_generation_and_keeps_that_one()
    {
        Run();
        using var before = _live.Acquire();

        Run();
        Run();

        Assert.Equal(("000003", "000002"), (_folder.Current, _folder.Previous));
        Assert.Equal("000003", _live.Current!.Name);
        Assert.Equal(["000002", "000003"], Folders());
        Assert.Equal(Articles, before.Searcher.IndexReader.NumDocs);
    }

    [Fact]
    public void An_empty_store_gives_an_empty_index()
    {
        using var engine = new TestEngine();

        Assert.All(engine.Get<IndexRebuild>().Run(1, _ => { }, CancellationToken.None), check => Assert.True(check.Passed));

        Assert.Equal("000001", engine.Get<GenerationFolder>().Current);
    }

    [Fact]
    public void What_is_written_during_a_rebuild_is_all_there_afterwards()
    {
        Run();
        var round = 0;

        var checks = Run(_ =>
        {
            _engine.Store.Apply(
            [
                Changes.Put($"neuf-{round}", "Nouveau"),
                Changes.Put($"a{round}", "Corrigée"),
                ArticleChange.Delete($"a{100 + round}"),
                Changes.Put($"a{200 + round}", "Retirée", status: ArticleStatus.Withheld),
            ]);
            round++;
        });

        Assert.True(round >= 3);
        Assert.All(checks, check => Assert.True(check.Passed, check.Detail));
        Assert.Equal(Articles - round, Visible());
        Assert.Equal(_engine.Store.LastSequence, _live.Current!.VisibleSequence);
        using var lease = _live.Acquire();
        var versions = GenerationChecks.ReadVersions(lease);
        for (var i = 0; i < round; i++)
        {
            Assert.Equal(1, versions[$"neuf-{i}"]);
            Assert.Equal(2, versions[$"a{i}"]);
            Assert.DoesNotContain($"a{100 + i}", versions);
            Assert.DoesNotContain($"a{200 + i}", versions);
        }
    }

    [Fact]
    public async Task Writers_and_the_follower_go_on_beside_a_rebuild()
    {
        Run();
        var follower = _engine.Get<IndexFollower>();
        using var stop = new CancellationTokenSource();
        var writer = Task.Run(
            () =>
            {
                var written = 0;
                while (!stop.IsCancellationRequested)
                {
                    _engine.Store.Apply([Changes.Put($"neuf-{written}", "Nouveau"), Changes.Put("a1", $"Corrigée {written}")]);
                    follower.CatchUp(1, CancellationToken.None);
                    written++;
                }

                return written;
            },
            TestContext.Current.CancellationToken);

        Run();
        Run();
        await stop.CancelAsync();
        var count = await writer;

        follower.CatchUp(1, CancellationToken.None);
        Assert.Equal(Articles + count, Visible());
        Assert.Equal(0, follower.CountPending());
    }

    [Fact]
    public async Task A_change_that_waits_is_released_by_the_rebuild_that_shows_it()
    {
        var waits = _engine.Get<IndexFollower>().WaitUntilVisibleAsync(Articles, CancellationToken.None);

        Run();

        await waits.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_canceled_rebuild_leaves_everything_as_it_was(bool first)
    {
        if (!first)
        {
            Run();
        }

        var live = _live.Current;
        var folders = Folders();
        using var cancellation = new CancellationTokenSource();

        Assert.ThrowsAny<OperationCanceledException>(() => _engine.Get<IndexRebuild>().Run(1, _ => cancellation.Cancel(), cancellation.Token));

        Assert.Same(live, _live.Current);
        Assert.Equal(first ? null : "000001", _folder.Current);
        Assert.Equal(folders, Folders());
        Run();
        Assert.Equal(Articles, Visible());
    }

    [Fact]
    public void Progress_moves_to_the_total_and_ends_with_the_checks()
    {
        var told = new List<RebuildProgress>();

        Run(told.Add);

        Assert.Equal([1000, 2000, Articles, Articles], told.Select(progress => progress.Processed));
        Assert.All(told, progress => Assert.Equal(Articles, progress.Total));
        Assert.Equal([false, false, false, true], told.Select(progress => progress.Verifying));
    }

    [Fact]
    public void A_failing_check_publishes_nothing()
    {
        Run();
        var live = _live.Current;

        // A store that changes without telling so: the new generation holds an article that readers may not see.
        var fault = Assert.Throws<IndexException>(() => Run(progress => Database.Execute(
            _engine.IndexDirectory, "UPDATE articles SET status = 1 WHERE id = 'a5'")));

        Assert.Contains("'count'", fault.Message, StringComparison.Ordinal);
        Assert.Same(live, _live.Current);
        Assert.Equal("000001", _folder.Current);
        Assert.Equal(["000001"], Folders());
    }

    [Fact]
    public void A_fault_of_the_caller_leaves_everything_as_it_was()
    {
        Run();

        Assert.Throws<InvalidOperationException>(() => Run(_ => throw new InvalidOperationException()));

        Assert.Equal(["000001"], Folders());
        Assert.Equal(Articles, Visible());
    }

    private IReadOnlyList<RebuildCheck> Run(Action<RebuildProgress>? report = null) =>
        _engine.Get<IndexRebuild>().Run(2, report ?? (_ => { }), CancellationToken.None);

    private int Visible()
    {
        using var lease = _live.Acquire();
        return lease.Searcher.IndexReader.NumDocs;
    }

    private string?[] Folders()
    {
        var root = Path.Combine(_engine.IndexDirectory, "generations");
        return Directory.Exists(root) ? [.. Directory.EnumerateDirectories(root).Select(Path.GetFileName).Order()] : [];
    }
}
