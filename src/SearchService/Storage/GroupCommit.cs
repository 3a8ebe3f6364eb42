using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace SearchService.Storage;

/// <summary>
/// The one writing connection and the thread that owns it. Writes that arrive while a transaction is being made durable share the next one: the
/// price of a commit, a flush of the disk, is paid once for all of them (group commit: DeWitt et al., Implementation Techniques for Main Memory
/// Database Systems, SIGMOD 1984). The queue holds only writes whose callers wait, so it is as long as there are callers.
/// </summary>
internal sealed class GroupCommit : IDisposable
{
    /// <summary>The most changes in one transaction: a write waits for those of others, but not for ever.</summary>
    private const int MaxChanges = 2000;

    private readonly Func<SqliteConnection> _open;
    private readonly string _path;
    private readonly BlockingCollection<PendingWrite> _queue = [];
    private readonly Thread _thread;
    private SqliteConnection? _connection;
    private StoreWriter? _writer;
    private int _closed;

    /// <summary>Starts with a connection that is open already, so that a store that cannot be written is known at once.</summary>
    /// <param name="path">The file, for messages.</param>
    /// <param name="open">Opens the writing connection.</param>
    public GroupCommit(string path, Func<SqliteConnection> open)
    {
        _path = path;
        _open = open;
        _connection = open();
        _writer = new StoreWriter(_connection);
        _thread = new Thread(Run) { IsBackground = true, Name = "Article store" };
        _thread.Start();
    }

    /// <summary>Queues a piece of work; the task ends once its transaction is durable, or with the reason why there is none of it.</summary>
    /// <param name="changes">About how many changes it makes.</param>
    /// <param name="work">The work. It may be run again, in another transaction, if the write of another failed beside it.</param>
    /// <exception cref="ObjectDisposedException">The store is closed.</exception>
    public Task RunAsync(int changes, Action<SqliteTransaction, StoreWriter> work)
    {
        var write = new PendingWrite(changes, work);
        try
        {
            _queue.Add(write);
        }
        catch (InvalidOperationException) // no more are taken
        {
            throw new ObjectDisposedException(nameof(ArticleStore));
        }

        return write.Done.Task;
    }

    /// <summary>Finishes what is queued and closes the connection.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _closed, 1) == 0)
        {
            _queue.CompleteAdding();
            _thread.Join();
            CloseConnection();
            _queue.Dispose();
        }
    }

    private void Run()
    {
        foreach (var first in _queue.GetConsumingEnumerable())
        {
            List<PendingWrite> group = [first];
            var changes = first.Changes;
            while (changes < MaxChanges && _queue.TryTake(out var next))
            {
                group.Add(next);
                changes += next.Changes;
            }

            Commit(group);
        }
    }

    /// <summary>Makes a group durable. A write that fails by itself is left out and the others are made without it; if the store fails, all fail.</summary>
    private void Commit(List<PendingWrite> group)
    {
        while (group.Count > 0)
        {
            PendingWrite? current = null;
            try
            {
                _connection ??= _open();
                _writer ??= new StoreWriter(_connection);
                using (var transaction = _connection.BeginTransaction())
                {
                    foreach (var write in group)
                    {
                        current = write;
                        write.Work(transaction, _writer);
                    }

                    current = null;
                    transaction.Commit();
                }

                group.ForEach(write => write.Done.SetResult());
                return;
            }
            catch (Exception e) // the barrier of the thread that everybody waits for
            {
                // Whatever state the failure left the connection in: the next transaction has a new one.
                CloseConnection();
                if (current is not null && (e as SqliteException is not { } sqlite || StoreFailure.IsOfOneStatement(sqlite)))
                {
                    group.Remove(current);
                    current.Done.SetException(Told(e));
                    continue;
                }

                group.ForEach(write => write.Done.SetException(Told(e)));
                return;
            }
        }
    }

    private Exception Told(Exception cause) =>
        cause is SqliteException or IOException or UnauthorizedAccessException ? StoreFailure.Of(_path, cause) : cause;

    private void CloseConnection()
    {
        try
        {
            _writer?.Dispose();
            _connection?.Dispose();
        }
        catch (SqliteException)
        {
            // It failed before: what matters was said then.
        }

        (_writer, _connection) = (null, null);
    }

    private sealed class PendingWrite(int changes, Action<SqliteTransaction, StoreWriter> work)
    {
        public int Changes { get; } = changes;

        public Action<SqliteTransaction, StoreWriter> Work { get; } = work;

        public TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
