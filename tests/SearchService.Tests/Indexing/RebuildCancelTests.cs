using Microsoft.Extensions.DependencyInjection;
using SearchService.Indexing;
using SearchService.Tests.Support;

namespace SearchService.Tests.Indexing;

/// <summary>A rebuild that is stopped, in whatever it does, leaves nothing behind.</summary>
public sealed class RebuildCancelTests : IDisposable
{
    private const int Articles = 2200;

    private readonly TestEngine _engine;
    private Action? _whileChecking;

    public RebuildCancelTests()
    {
        _engine = new TestEngine(more: services => services.AddSingleton<PublishingCheck>((_, _, _, _) =>
        {
            _whileChecking?.Invoke();
            return new RebuildCheck("essai", true, "");
        }));
        _engine.Store.Apply(Changes.PutMany(Articles));
    }

    public void Dispose() => _engine.Dispose();

    [Fact]
    public void Before_it_starts() => AssertCanceled(cancellation => cancellation.Cancel());

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void After_each_report(int report)
    {
        var told = 0;
        AssertCanceled(_ => { }, (cancellation, _) =>
        {
            if (told++ == report)
            {
                cancellation.Cancel();
            }
        });
        Assert.Equal(report + 1, told);
    }

    [Fact]
    public void While_the_checks_run() => AssertCanceled(cancellation => _whileChecking = cancellation.Cancel);

    [Fact]
    public async Task While_it_waits_to_publish()
    {
        Run();
        using var cancellation = new CancellationTokenSource();
        var checking = new TaskCompletionSource();
        _whileChecking = checking.SetResult;
        Task rebuild;
        using (new HeldGate(_engine.Get<IndexFollower>()))
        {
            rebuild = Task.Run(() => _engine.Get<IndexRebuild>().Run(1, _ => { }, cancellation.Token), TestContext.Current.CancellationToken);
            await checking.Task;
            await cancellation.CancelAsync();
        }

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => rebuild);
        AssertUntouched();
    }

    [Fact]
    public async Task From_another_thread_at_any_moment()
    {
        Run();
        for (var i = 0; i < 10; i++)
        {
            using var cancellation = new CancellationTokenSource();
            using var go = new SemaphoreSlim(0);
            var canceling = Task.Run(
                async () =>
                {
                    await go.WaitAsync();
                    await cancellation.CancelAsync();
                },
                TestContext.Current.CancellationToken);
            var when = i;
            var told = 0;

            // The cancel arrives while the thread goes on: in an article, a merge, a commit or a check, as it comes.
            try
            {
                _engine.Get<IndexRebuild>().Run(
                    2,
                    _ =>
                    {
                        if (told++ == when % 4)
                        {
                            go.Release();
                        }
                    },
                    cancellation.Token);
            }
            catch (OperationCanceledException)
            {
                // As a rule; at the last report it may be published all the same.
            }

            await canceling;
            using var lease = _engine.Get<LiveIndex>().Acquire();
            Assert.Equal(Articles, lease.Documents);
            Assert.Equal(_engine.Get<GenerationFolder>().Current, lease.Generation);
        }
    }

    private void AssertCanceled(Action<CancellationTokenSource> prepare, Action<CancellationTokenSource, RebuildProgress>? report = null)
    {
        Run();
        using var cancellation = new CancellationTokenSource();
        prepare(cancellation);

        Assert.ThrowsAny<OperationCanceledException>(() => _engine.Get<IndexRebuild>().Run(
            1, progress => report?.Invoke(cancellation, progress), cancellation.Token));

        AssertUntouched();
    }

    private void AssertUntouched()
    {
        _whileChecking = null;
        Assert.Equal("000001", _engine.Get<LiveIndex>().Current!.Name);
        Assert.Equal("000001", _engine.Get<GenerationFolder>().Current);
        Assert.Equal(["000001"], Directory.EnumerateDirectories(Path.Combine(_engine.IndexDirectory, "generations")).Select(Path.GetFileName));
        Run();
        Assert.Equal("000002", _engine.Get<GenerationFolder>().Current);
    }

    private void Run() => _engine.Get<IndexRebuild>().Run(1, _ => { }, CancellationToken.None);
}
