using Microsoft.Data.Sqlite;
using SearchService.Articles;

namespace SearchService.Storage;

/// <summary>
/// The durable truth: every article with its version, in one SQLite file. Each change gets the next sequence number; followers read what changed
/// after the last number they know. Safe for all threads; changes are applied one batch after the other.
/// </summary>
public sealed class ArticleStore : IDisposable
{
    /// <summary>The name of the store's file in the index folder.</summary>
    public const string FileName = "articles.db";

    private readonly Lock _writing = new();
    private readonly TimeProvider _time;
    private readonly string _readString;
    private readonly SqliteConnection _connection;
    private readonly StoreWriter _writer;

    private ArticleStore(string path, bool readOnly, TimeProvider time)
    {
        _time = time;
        Path = path;
        _readString = StoreSchema.ConnectionString(path, readOnly: true);
        _connection = new SqliteConnection(StoreSchema.ConnectionString(path, readOnly));
        try
        {
            _connection.Open();
            if (!readOnly)
            {
                StoreSchema.Prepare(_connection);
            }
            else if (StoreSchema.ReadVersion(_connection) == 0)
            {
                throw new StoreException($"{path} holds no article store yet.");
            }

            _writer = new StoreWriter(_connection);
        }
        catch (StoreException)
        {
            _connection.Dispose();
            throw;
        }
        catch (Exception e) when (e is SqliteException or UnauthorizedAccessException)
        {
            _connection.Dispose();
            throw new StoreException($"The article store {path} cannot be opened: {e.Message}", e);
        }
    }

    /// <summary>Raised after each durable change, on the thread that made it.</summary>
    public event Action? Changed;

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>The number of the last change; 0 for an empty store.</summary>
    public long LastSequence
    {
        get
        {
            using var snapshot = OpenSnapshot();
            return snapshot.LastSequence;
        }
    }

    /// <summary>Opens the store of an index folder, making it if there is none.</summary>
    /// <exception cref="StoreException">The file cannot be opened, is damaged, or was written by a later program.</exception>
    public static ArticleStore Open(string directory, TimeProvider time)
    {
        try
        {
            Directory.CreateDirectory(directory);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StoreException($"The index folder {directory} cannot be made: {e.Message}", e);
        }

        return new ArticleStore(System.IO.Path.Combine(directory, FileName), readOnly: false, time);
    }

    /// <summary>Opens the store of an index folder for reading, also while another process writes it.</summary>
    /// <exception cref="StoreException">There is no store, or it cannot be opened.</exception>
    public static ArticleStore OpenReadOnly(string directory, TimeProvider time)
    {
        var path = System.IO.Path.Combine(directory, FileName);
        return File.Exists(path)
            ? new ArticleStore(path, readOnly: true, time)
            : throw new StoreException($"There is no article store in {directory}.");
    }

    /// <summary>Applies one change; durable when it returns.</summary>
    public ChangeResult Apply(ArticleChange change) => Apply([change])[0];

    /// <summary>Applies changes in order, all of them or, if the store fails, none; durable when it returns.</summary>
    /// <returns>A result per change. A refused change does not stop the others.</returns>
    /// <exception cref="StoreException">The store cannot be written, for example because the disk is full.</exception>
    public IReadOnlyList<ChangeResult> Apply(IReadOnlyList<ArticleChange> changes)
    {
        var now = _time.GetUtcNow();
        return Write((transaction, writer) =>
        {
            var results = new ChangeResult[changes.Count];
            for (var i = 0; i < results.Length; i++)
            {
                results[i] = writer.Apply(transaction, changes[i], now);
            }

            return results;
        });
    }

    /// <summary>Keeps new derivations of articles that have not changed since they were read.</summary>
    /// <returns>How many came out different, and so count as changes.</returns>
    public int Reclassify(IReadOnlyList<(StoredArticle Article, Derivation Derivation)> articles) => Write((transaction, writer) =>
        articles.Count(a => writer.Reclassify(transaction, a.Article, a.Derivation)));

    /// <summary>Shows the articles whose embargo has ended.</summary>
    /// <returns>How many there were.</returns>
    public int LiftEmbargoes()
    {
        var now = _time.GetUtcNow();
        var lifted = 0;
        while (NextEmbargo() <= now)
        {
            lifted += Write((transaction, writer) => writer.LiftEmbargoes(transaction, now)); // a bounded number at a time
        }

        return lifted;
    }

    /// <summary>The moment when the next embargo ends, or null.</summary>
    public DateTimeOffset? NextEmbargo() => Read(connection =>
        StoreSchema.Scalar(connection, "SELECT MIN(embargo) FROM articles WHERE embargo IS NOT NULL") is long moment
            ? DateTimeOffset.FromUnixTimeMilliseconds(moment)
            : (DateTimeOffset?)null);

    /// <summary>An article, also one that is hidden; null if there is none.</summary>
    /// <exception cref="StoreException">The store cannot be read.</exception>
    public StoredArticle? Get(string id) => Read(connection =>
    {
        using var command = StoreWriter.Prepare(connection, $"SELECT {StoreRow.Columns} FROM articles WHERE id = $id", "$id");
        command.Parameters[0].Value = id;
        using var row = command.ExecuteReader();
        return row.Read() ? StoreRow.Read(row) : null;
    });

    /// <summary>The store as it is now, unmoved by later changes.</summary>
    /// <exception cref="StoreException">The store cannot be read.</exception>
    public StoreSnapshot OpenSnapshot() => new(_readString);

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_writing)
        {
            _writer.Dispose();
            _connection.Dispose();
            using var readers = new SqliteConnection(_readString);
            SqliteConnection.ClearPool(readers);
            SqliteConnection.ClearPool(_connection);
        }
    }

    /// <summary>Runs a piece of work in one transaction of the writing connection.</summary>
    internal T Write<T>(Func<SqliteTransaction, StoreWriter, T> work)
    {
        T result;
        lock (_writing)
        {
            try
            {
                using var transaction = _connection.BeginTransaction();
                result = work(transaction, _writer);
                transaction.Commit();
            }
            catch (SqliteException e)
            {
                throw new StoreException($"The article store {Path} cannot be written: {e.Message}", e);
            }
        }

        Changed?.Invoke();
        return result;
    }

    /// <summary>Runs a piece of work on a connection of its own that may only read.</summary>
    internal T Read<T>(Func<SqliteConnection, T> work)
    {
        try
        {
            using var connection = new SqliteConnection(_readString);
            connection.Open();
            return work(connection);
        }
        catch (SqliteException e)
        {
            throw StoreSchema.Unreadable(Path, e);
        }
    }
}
