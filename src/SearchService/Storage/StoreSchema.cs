using System.Security.Cryptography;
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

    /// <summary>How long a connection waits for another's lock, in seconds.</summary>
    public const int BusySeconds = 5;

    public static string ConnectionString(string path, SqliteOpenMode mode, bool pooling, int busySeconds = BusySeconds) => new SqliteConnectionStringBuilder
    {
        DataSource = path,
        Mode = mode,
        Pooling = pooling,
        DefaultTimeout = busySeconds,
    }.ToString();

    /// <summary>Makes the tables of a new file and gives it an identity.</summary>
    public static void CreateTables(SqliteConnection connection)
    {
        using var transaction = connection.BeginTransaction();
        Execute(connection, Tables, transaction);
        RenewIdentity(connection, transaction);
        Execute(connection, $"PRAGMA user_version = {Version}", transaction);
        transaction.Commit();
    }

    /// <summary>Opens the connection that writes, and makes sure that it may.</summary>
    /// <exception cref="StoreException">The file is damaged, no store, of a later program, or may not be written.</exception>
    public static SqliteConnection OpenForWriting(string path, int busySeconds)
    {
        var connection = new SqliteConnection(ConnectionString(path, SqliteOpenMode.ReadWrite, pooling: false, busySeconds));
        try
        {
            connection.Open();
            Check(connection, path, writing: true);

            // WAL: readers never wait for the writer. FULL: a committed change survives the loss of power.
            Execute(connection, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -16000;");
            if (SQLitePCL.raw.sqlite3_db_readonly(connection.Handle, "main") != 0)
            {
                throw StoreFailure.Forbidden(path); // SQLite opens such a file all the same, and fails at the first change
            }

            using var transaction = connection.BeginTransaction(); // takes the lock
            if (ReadIdentity(connection, transaction) == 0)
            {
                RenewIdentity(connection, transaction); // a file from before stores had one
            }

            transaction.Commit();
            return connection;
        }
        catch (SqliteException e)
        {
            connection.Dispose();
            throw StoreFailure.Of(path, e);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>A cheap look at what any use needs: the header, the tables, the end of the list of changes. It reads a few pages, however large the file.</summary>
    /// <param name="connection">A connection to the file.</param>
    /// <param name="path">The file, for messages.</param>
    /// <param name="writing">Whether no other process may be writing the file.</param>
    /// <exception cref="StoreException">The file is damaged, no store, or of a later program.</exception>
    public static void Check(SqliteConnection connection, string path, bool writing)
    {
        try
        {
            var version = (long)Scalar(connection, "PRAGMA user_version")!;
            if (version > Version)
            {
                throw StoreFailure.Newer(path, version, Version);
            }

            if (version == 0 || (long)Scalar(connection, "SELECT COUNT(*) FROM sqlite_schema WHERE name IN ('articles', 'files', 'file_items')")! != 3)
            {
                throw StoreFailure.Damaged(path, "il est vide, ou ses tables manquent");
            }

            Scalar(connection, "SELECT content FROM articles ORDER BY sequence DESC LIMIT 1");
            StoreFile.CheckLength(path, (long)Scalar(connection, "PRAGMA page_count")!, (int)(long)Scalar(connection, "PRAGMA page_size")!, writing);
        }
        catch (SqliteException e)
        {
            throw StoreFailure.Of(path, e);
        }
    }

    /// <summary>SQLite's full check of a file; reads all of it.</summary>
    /// <returns>What it found, in SQLite's words; empty if the file is sound.</returns>
    public static IReadOnlyList<string> FindDamage(SqliteConnection connection, SqliteTransaction? transaction, CancellationToken cancellation)
    {
        using var interruption = cancellation.Register(() => SQLitePCL.raw.sqlite3_interrupt(connection.Handle));
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA integrity_check";
        command.Transaction = transaction;
        command.CommandTimeout = 0;
        var faults = new List<string>();
        try
        {
            using var row = command.ExecuteReader();
            while (row.Read())
            {
                faults.Add(row.GetString(0));
            }
        }
        catch (SqliteException e)
        {
            cancellation.ThrowIfCancellationRequested();
            faults.Add(e.Message); // so damaged that SQLite gives up
        }

        faults.RemoveAll(line => line == "ok");
        return faults;
    }

    // SQLite keeps a number for its user in the header of each file (application_id): here it tells one store from another.
    public static long ReadIdentity(SqliteConnection connection, SqliteTransaction? transaction = null) =>
        (long)Scalar(connection, "PRAGMA application_id", transaction)!;

    /// <summary>Gives a file an identity that it did not have before.</summary>
    public static void RenewIdentity(SqliteConnection connection, SqliteTransaction? transaction = null)
    {
        var former = ReadIdentity(connection, transaction);
        int identity;
        do
        {
            identity = RandomNumberGenerator.GetInt32(1, int.MaxValue);
        }
        while (identity == former);
        Execute(connection, $"PRAGMA application_id = {identity}", transaction);
    }

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
