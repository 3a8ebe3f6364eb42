using System.Globalization;
using Microsoft.Data.Sqlite;
using SearchService.Articles;

namespace SearchService.Storage;

/// <summary>
/// The durable truth: every article with its version, in one SQLite file. Each change gets the next sequence number; followers read what changed
/// after the last number they know. Safe for all threads; changes are applied in the order they come, and what comes at the same time shares a commit.
/// </summary>
public sealed class ArticleStore : IDisposable
{
    /// <summary>The name of the store's file in the index folder.</summary>
    public const string FileName = "articles.db";

    private readonly TimeProvider _time;
    private readonly string _readString;
    private readonly GroupCommit? _commits;

    private ArticleStore(string path, GroupCommit? commits, TimeProvider time)
    {
        _time = time;
        _commits = commits;
        _readString = StoreSchema.ConnectionString(path, SqliteOpenMode.ReadOnly, pooling: true);
        Path = path;
    }

    /// <summary>Raised after each durable change, before whoever asked for it hears of it.</summary>
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

    /// <summary>
    /// Tells this store from every other, also from a backup of it that was restored: an index made from a store of another identity knows other
    /// changes under the same numbers.
    /// </summary>
    public string Identity => Read(connection => StoreSchema.ReadIdentity(connection).ToString("x8", CultureInfo.InvariantCulture));

    /// <summary>Opens the store of an index folder, making it if there is none, and finishing a <see cref="StoreRestore"/> that was cut off.</summary>
    /// <exception cref="StoreException">The file cannot be opened or written, is damaged, or was written by a later program; it is left as it is.</exception>
    public static ArticleStore Open(string directory, TimeProvider time) => Open(directory, time, StoreSchema.BusySeconds);

    /// <summary>Opens the store of an index folder for reading, also while another process writes it.</summary>
    /// <exception cref="StoreException">There is no store, or it cannot be opened.</exception>
    public static ArticleStore OpenReadOnly(string directory, TimeProvider time)
    {
        var path = System.IO.Path.Combine(directory, FileName);
        if (!File.Exists(path))
        {
            throw new StoreException(
                StoreFault.Missing,
                $"Il n'y a pas de dépôt d'articles dans {directory} : démarrez le service, utilisez « import », ou remettez une sauvegarde en place avec « restore DOSSIER ».");
        }

        StoreFile.CheckJournal(path);
        var store = new ArticleStore(path, commits: null, time);
        try
        {
            store.Read(connection =>
            {
                StoreSchema.Check(connection, path, writing: false);
                return 0;
            });
            return store;
        }
        catch
        {
            store.Dispose();
            throw;
        }
    }

    /// <summary>Applies one change; durable when it returns.</summary>
    public ChangeResult Apply(ArticleChange change) => Apply([change])[0];

    /// <summary>Applies changes in order, all of them or, if the store fails, none; durable when it returns.</summary>
    /// <returns>A result per change. A refused change does not stop the others.</returns>
    /// <exception cref="StoreException">The store cannot be written, for example because the disk is full.</exception>
    public IReadOnlyList<ChangeResult> Apply(IReadOnlyList<ArticleChange> changes) => ApplyAsync(changes).GetAwaiter().GetResult();

    /// <summary>As <see cref="Apply(ArticleChange)"/>, without a thread that waits for the disk.</summary>
    public async Task<ChangeResult> ApplyAsync(ArticleChange change) => (await ApplyAsync([change]).ConfigureAwait(false))[0];

    /// <summary>As <see cref="Apply(IReadOnlyList{ArticleChange})"/>, without a thread that waits for the disk.</summary>
    public async Task<IReadOnlyList<ChangeResult>> ApplyAsync(IReadOnlyList<ArticleChange> changes)
    {
        var now = _time.GetUtcNow();
        return await WriteAsync(changes.Count, (transaction, writer) =>
        {
            var results = new ChangeResult[changes.Count];
            for (var i = 0; i < results.Length; i++)
            {
                results[i] = writer.Apply(transaction, changes[i], now);
            }

            return results;
        }).ConfigureAwait(false);
    }

    /// <summary>
    /// Gives the store an identity that it did not have before. Whoever finds that no index fits it calls this first: the numbers of changes may be
    /// given anew after a loss, and an old index must not look right once they have grown.
    /// </summary>
    /// <exception cref="StoreException">The store cannot be written.</exception>
    public void RenewIdentity() => Write((transaction, _) =>
    {
        StoreSchema.RenewIdentity(transaction.Connection!, transaction);
        return 0;
    });

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
        // The readers first: the last connection to close brings the journal into the file, and only one that writes can.
        using var readers = new SqliteConnection(_readString);
        SqliteConnection.ClearPool(readers);
        _commits?.Dispose();
    }

    /// <summary>Opens a store that waits for another's lock as long as a test needs.</summary>
    internal static ArticleStore Open(string directory, TimeProvider time, int busySeconds)
    {
        var path = System.IO.Path.Combine(directory, FileName);
        try
        {
            Directory.CreateDirectory(directory);
            StoreRestore.Finish(directory);
            if (!File.Exists(path))
            {
                StoreFile.Create(path);
            }

            StoreFile.CheckJournal(path);
            return new ArticleStore(path, new GroupCommit(path, () => StoreSchema.OpenForWriting(path, busySeconds)), time);
        }
        catch (Exception e) when (e is SqliteException or IOException or UnauthorizedAccessException)
        {
            throw StoreFailure.Of(path, e);
        }
    }

    /// <summary>Runs a piece of work in a transaction of the writing connection, with a result once it is durable.</summary>
    internal T Write<T>(Func<SqliteTransaction, StoreWriter, T> work, int changes = 1) => WriteAsync(changes, work).GetAwaiter().GetResult();

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
            throw StoreFailure.Of(Path, e);
        }
    }

    /// <summary>As <see cref="Write"/>, without a thread that waits. The place in the queue is taken before this returns.</summary>
    internal async Task<T> WriteAsync<T>(int changes, Func<SqliteTransaction, StoreWriter, T> work)
    {
        if (_commits is null)
        {
            throw new StoreException(StoreFault.ReadOnly, $"Le dépôt d'articles {Path} a été ouvert pour être lu seulement.");
        }

        var result = default(T);
        await _commits.RunAsync(changes, (transaction, writer) => result = work(transaction, writer)).ConfigureAwait(false);
        Changed?.Invoke();
        return result!;
    }
}
