using Microsoft.Data.Sqlite;
using SearchService.Storage;
using SearchService.Tests.Support;

namespace SearchService.Tests.Storage;

/// <summary>What is written at the same time shares a commit, and nothing else.</summary>
public sealed class GroupCommitTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly ArticleStore _store;

    public GroupCommitTests() => _store = ArticleStore.Open(_folder.Path, TimeProvider.System);

    public void Dispose()
    {
        _store.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Writes_that_wait_at_the_same_time_share_one_transaction()
    {
        Task<SqliteTransaction>[] writes = [];
        await WhileBusyAsync(() => writes = [.. Enumerable.Range(0, 20).Select(_ => _store.WriteAsync(1, (transaction, _) => transaction))]);

        Assert.Single((await Task.WhenAll(writes)).Distinct());
    }

    [Fact]
    public async Task A_transaction_does_not_grow_without_bound()
    {
        Task<SqliteTransaction>[] writes = [];
        await WhileBusyAsync(() => writes = [.. Enumerable.Range(0, 20).Select(_ => _store.WriteAsync(500, (transaction, _) => transaction))]);

        Assert.Equal(5, (await Task.WhenAll(writes)).Distinct().Count());
    }

    [Fact]
    public async Task Changes_are_numbered_in_the_order_they_came()
    {
        Task<ChangeResult>[] writes = [];
        await WhileBusyAsync(() => writes = [.. Enumerable.Range(0, 50).Select(i => _store.ApplyAsync(Changes.Put($"a{i}", "Titre")))]);

        Assert.Equal(Enumerable.Range(1, 50).Select(i => (long)i), (await Task.WhenAll(writes)).Select(result => result.Sequence));
    }

    [Fact]
    public async Task The_rules_of_versions_hold_between_changes_of_one_transaction()
    {
        Task<ChangeResult>[] writes = [];
        await WhileBusyAsync(() => writes =
        [
            _store.ApplyAsync(Changes.Put("a", "Un", version: 3)),
            _store.ApplyAsync(Changes.Put("a", "Deux", version: 2)),
            _store.ApplyAsync(ArticleChange.Delete("inconnu")),
            _store.ApplyAsync(Changes.Put("a", "Trois")),
            _store.ApplyAsync(ArticleChange.Delete("a")),
            _store.ApplyAsync(Changes.Put("a", "Quatre", version: 1)),
        ]);

        Assert.Equal(
            [
                new ChangeResult(ChangeOutcome.Created, 3, 1), new ChangeResult(ChangeOutcome.VersionConflict, 3, 1), new ChangeResult(ChangeOutcome.NotFound, 0, 0),
                new ChangeResult(ChangeOutcome.Updated, 4, 2), new ChangeResult(ChangeOutcome.Deleted, 0, 3), new ChangeResult(ChangeOutcome.Created, 1, 4),
            ],
            await Task.WhenAll(writes));
        Assert.Equal("Quatre", _store.Get("a")!.Classified.Article.Headline);
    }

    [Fact]
    public async Task A_write_that_fails_by_itself_takes_nobody_with_it()
    {
        Database.Execute(_folder.Path, "CREATE TRIGGER fault BEFORE INSERT ON articles WHEN NEW.id = 'fatal' BEGIN SELECT RAISE(ABORT, 'refused'); END");
        Task<ChangeResult>[] sound = [];
        Task[] faulty = [];
        await WhileBusyAsync(() =>
        {
            var first = _store.ApplyAsync(Changes.Put("a", "Titre"));
            faulty =
            [
                _store.ApplyAsync(Changes.Put("fatal", "Titre")),
                _store.WriteAsync<int>(1, (_, _) => throw new FormatException("its own fault")),
            ];
            sound = [first, _store.ApplyAsync(Changes.Put("b", "Titre"))];
        });

        Assert.Equal([1L, 2L], (await Task.WhenAll(sound)).Select(result => result.Sequence));
        await Assert.ThrowsAsync<StoreException>(() => faulty[0]);
        await Assert.ThrowsAsync<FormatException>(() => faulty[1]);
        Assert.Equal(2, _store.LastSequence);
        Assert.Null(_store.Get("fatal"));
    }

    [Fact]
    public async Task When_the_store_fails_all_fail_and_nothing_is_applied()
    {
        _store.Apply(Changes.Put("avant", "Titre"));
        Task<ChangeResult>[] writes = [];
        await WhileBusyAsync(
            () => writes = [.. Enumerable.Range(0, 4).Select(i => _store.ApplyAsync(Changes.Put($"a{i}", new string('x', 50_000))))],
            transaction => FullDisk(transaction));

        foreach (var write in writes)
        {
            Assert.Equal(StoreFault.Full, (await Assert.ThrowsAsync<StoreException>(() => write)).Fault);
        }

        Assert.Equal(1, _store.LastSequence);
        Assert.Null(_store.Get("a0"));
        Assert.Equal(2, _store.Apply(Changes.Put("a0", "Il y a de nouveau de la place")).Sequence);
    }

    [Fact]
    public async Task A_store_that_is_closed_has_finished_what_was_asked_for()
    {
        Task<ChangeResult>[] writes = [];
        await WhileBusyAsync(() => writes = [.. Enumerable.Range(0, 10).Select(i => _store.ApplyAsync(Changes.Put($"a{i}", "Titre")))]);
        _store.Dispose();
        _store.Dispose();

        Assert.All(writes, write => Assert.True(write.IsCompletedSuccessfully || write.Wait(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken)));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => _store.ApplyAsync(Changes.Put("b", "Titre")));
        using var again = ArticleStore.Open(_folder.Path, TimeProvider.System);
        Assert.Equal(10, again.LastSequence);
    }

    internal static void FullDisk(SqliteTransaction transaction)
    {
        // SQLite's own limit on a file gives the error of a full disk; it holds for this connection.
        using var command = transaction.Connection!.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "PRAGMA max_page_count = 1"; // never less than the file has
        command.ExecuteNonQuery();
    }

    /// <summary>Queues writes while the store is busy with another, so that all of them wait at the same time.</summary>
    private async Task WhileBusyAsync(Action queue, Action<SqliteTransaction>? meanwhile = null)
    {
        using var started = new SemaphoreSlim(0);
        using var release = new ManualResetEventSlim();
        var busy = _store.WriteAsync(1, (transaction, _) =>
        {
            started.Release();
            release.Wait(TimeSpan.FromSeconds(30));
            meanwhile?.Invoke(transaction);
            return 0;
        });
        await started.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            queue();
        }
        finally
        {
            release.Set();
        }

        await busy;
    }
}
