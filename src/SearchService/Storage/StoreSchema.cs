using Microsoft.Data.Sqlite;

namespace SearchService.Storage;

/// <summary>The tables of the store and the settings of its connections.</summary>
internal static class StoreSchema
{
    /// <summary>The version of the tables, kept in the file itself (<c>user_version</c>).</summary>
    public const long Version = 1;

    // status: 0 usable, 1 withheld, 2 canceled, 3 deleted (the row stays so that its sequence is followed and files cannot bring it back).
    // embargo: Unix milliseconds until which the article is hidden; null once lifted. An article is visible if status = 0 and embargo is null.
    private const string Tables = """
        CREATE TABLE articles (
          id TEXT NOT NULL PRIMARY KEY,
          version INTEGER NOT NULL,
          sequence INTEGER NOT NULL,
          status INTEGER NOT NULL,
          embargo INTEGER,
          content BLOB,
          story TEXT,
          topics TEXT NOT NULL,
          rules TEXT NOT NULL
        );
        CREATE UNIQUE INDEX articles_sequence ON articles (sequence);
        CREATE INDEX articles_embargo ON articles (embargo) WHERE embargo IS NOT NULL;
        CREATE TABLE files (
          file INTEGER NOT NULL PRIMARY KEY,
          path TEXT NOT NULL UNIQUE,
          size INTEGER NOT NULL,
          modified INTEGER NOT NULL,
          hash BLOB NOT NULL,
          pass INTEGER NOT NULL
        );
        CREATE TABLE file_items (
          file INTEGER NOT NULL,
          id TEXT NOT NULL,
          version INTEGER NOT NULL,
          hash BLOB NOT NULL,
          line INTEGER NOT NULL,
          pass INTEGER NOT NULL,
          PRIMARY KEY (file, id, version, hash)
        ) WITHOUT ROWID;
        """;

    public static string ConnectionString(string path, bool readOnly) => new SqliteConnectionStringBuilder
    {
        DataSource = path,
        Mode = readOnly ? SqliteOpenMode.ReadOnly : SqliteOpenMode.ReadWriteCreate,
        Pooling = true,
        DefaultTimeout = 30,
    }.ToString();

    /// <summary>Makes the tables of a new file and checks those of an old one.</summary>
    /// <exception cref="StoreException">The file was written by a later program.</exception>
    public static void Prepare(SqliteConnection connection)
    {
        // WAL: readers never wait for the writer. FULL: a committed change survives the loss of power.
        Execute(connection, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -16000;");
        if (ReadVersion(connection) == 0)
        {
            using var transaction = connection.BeginTransaction();
            Execute(connection, Tables, transaction);
            Execute(connection, $"PRAGMA user_version = {Version}", transaction);
            transaction.Commit();
        }
    }

    /// <summary>The version of the tables of a file; 0 if it has none yet.</summary>
    /// <exception cref="StoreException">The file was written by a later program.</exception>
    public static long ReadVersion(SqliteConnection connection)
    {
        var version = (long)Scalar(connection, "PRAGMA user_version")!;
        return version <= Version
            ? version
            : throw new StoreException($"The article store has the format {version}; this program knows formats up to {Version}. Use a later program.");
    }

    public static StoreException Unreadable(string path, SqliteException cause) =>
        new($"The article store {path} cannot be read: {cause.Message}", cause);

    public static object? Scalar(SqliteConnection connection, string sql, SqliteTransaction? transaction = null)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Transaction = transaction;
        return command.ExecuteScalar();
    }

    public static void Execute(SqliteConnection connection, string sql, SqliteTransaction? transaction = null)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Transaction = transaction;
        command.ExecuteNonQuery();
    }
}
