using Microsoft.Data.Sqlite;

namespace SearchService.Storage;

/// <summary>The store at one moment: what is written meanwhile does not show. Dispose it soon; the write-ahead log grows while it lives.</summary>
public sealed class StoreSnapshot : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly SqliteTransaction _transaction;

    internal StoreSnapshot(string connectionString)
    {
        _connection = new SqliteConnection(connectionString);
        try
        {
            _connection.Open();
            _transaction = _connection.BeginTransaction(deferred: true);
            LastSequence = (long)StoreSchema.Scalar(_connection, "SELECT IFNULL(MAX(sequence), 0) FROM articles", _transaction)!;
        }
        catch (SqliteException e)
        {
            _connection.Dispose();
            throw StoreFailure.Of(_connection.DataSource, e);
        }
    }

    /// <summary>The number of the last change.</summary>
    public long LastSequence { get; }

    /// <summary>How many articles readers may see.</summary>
    public long CountVisible() => Count($"SELECT COUNT(*) FROM articles WHERE {StoreRow.IsVisible}");

    /// <summary>How many articles changed after a sequence number.</summary>
    public long CountChanges(long after) => Count($"SELECT COUNT(*) FROM articles WHERE sequence > {after}");

    /// <summary>The last change of each article that changed after a sequence number, in the order of the numbers.</summary>
    /// <param name="after">The number; 0 for all.</param>
    /// <param name="limit">The most to return.</param>
    public IReadOnlyList<StoredChange> ReadChanges(long after, int limit)
    {
        using var command = Command($"SELECT {StoreRow.Columns} FROM articles WHERE sequence > $after ORDER BY sequence LIMIT $limit");
        command.Parameters.AddWithValue("$after", after);
        command.Parameters.AddWithValue("$limit", limit);
        return ReadAll(command, row =>
        {
            var change = new StoredChange(row.GetInt64(2), row.GetString(0), null, row.GetInt64(1));
            var visible = row.GetInt64(3) == 0 && row.IsDBNull(4);
            return !visible ? change
                : TryRead(row, out var fault) is { } article ? change with { Article = article.Classified }
                : change with { Fault = fault };
        });
    }

    /// <summary>Articles that other rules classified, in the order of their last change; without those that cannot be read.</summary>
    /// <param name="rules">The rules that need no second look.</param>
    /// <param name="after">Only changes after this number.</param>
    /// <param name="limit">The most to return.</param>
    public IReadOnlyList<StoredArticle> ReadClassifiedByOthers(string rules, long after, int limit)
    {
        using var command = Command(
            $"SELECT {StoreRow.Columns} FROM articles WHERE sequence > $after AND rules <> $rules AND content IS NOT NULL ORDER BY sequence LIMIT $limit");
        command.Parameters.AddWithValue("$after", after);
        command.Parameters.AddWithValue("$rules", rules);
        command.Parameters.AddWithValue("$limit", limit);
        return [.. ReadAll(command, row => TryRead(row, out _)).OfType<StoredArticle>()];
    }

    /// <summary>Identifiers and versions of the articles that readers may see and that last changed at or before a sequence number.</summary>
    public IEnumerable<(string Id, long Version)> ReadVisible(long upTo)
    {
        using var command = Command($"SELECT id, version FROM articles WHERE {StoreRow.IsVisible} AND sequence <= $upTo");
        command.Parameters.AddWithValue("$upTo", upTo);
        using var row = Guarded(command.ExecuteReader);
        while (Guarded(row.Read))
        {
            yield return (row.GetString(0), row.GetInt64(1));
        }
    }

    /// <summary>Whether an article changed after a sequence number.</summary>
    public bool ChangedAfter(string id, long sequence)
    {
        using var command = Command("SELECT 1 FROM articles WHERE id = $id AND sequence > $sequence");
        command.Parameters.AddWithValue("$id", id);
        command.Parameters.AddWithValue("$sequence", sequence);
        return Guarded(command.ExecuteScalar) is not null;
    }

    /// <summary>SQLite's own check of the file, which reads all of it: some seconds per gigabyte.</summary>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>The faults it found; empty if the file is sound.</returns>
    public IReadOnlyList<string> CheckIntegrity(CancellationToken cancellation = default) =>
        StoreSchema.FindDamage(_connection, _transaction, cancellation);

    /// <inheritdoc/>
    public void Dispose()
    {
        _transaction.Dispose();
        _connection.Dispose();
    }

    private static StoredArticle? TryRead(SqliteDataReader row, out StoreException? fault)
    {
        fault = null;
        try
        {
            return StoreRow.Read(row);
        }
        catch (StoreException e)
        {
            fault = e;
            return null;
        }
    }

    private long Count(string sql)
    {
        using var command = Command(sql);
        return ReadAll(command, row => row.GetInt64(0))[0];
    }

    private List<T> ReadAll<T>(SqliteCommand command, Func<SqliteDataReader, T> read) => Guarded(() =>
    {
        using var row = command.ExecuteReader();
        var all = new List<T>();
        while (row.Read())
        {
            all.Add(read(row));
        }

        return all;
    });

    private T Guarded<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (SqliteException e)
        {
            throw StoreFailure.Of(_connection.DataSource, e);
        }
    }

    private SqliteCommand Command(string sql)
    {
        var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.Transaction = _transaction;
        return command;
    }
}
