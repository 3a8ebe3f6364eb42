using System.Security.Cryptography;
using Microsoft.Data.Sqlite;

namespace SearchService.Storage;

/// <summary>
/// Copies the store while it is written: one moment of it, as a file of its own without a journal, checked and described by a
/// <see cref="BackupManifest"/>. SQLite's <c>VACUUM INTO</c> reads from one snapshot, so that writes go on and never make it start over.
/// </summary>
public static class StoreBackup
{
    private const string Unfinished = ".part";

    /// <summary>Makes a backup.</summary>
    /// <param name="indexDirectory">The folder of the store.</param>
    /// <param name="target">Where to; an empty folder, or one to be made.</param>
    /// <param name="time">The clock.</param>
    /// <param name="report">Told in French what is being done.</param>
    /// <param name="cancellation">Stops it; the folder is then as before.</param>
    /// <returns>What was written.</returns>
    /// <exception cref="StoreException">The store cannot be read or the folder not be written; what was begun is gone.</exception>
    public static BackupManifest Create(
        string indexDirectory, string target, TimeProvider time, Action<string> report, CancellationToken cancellation)
    {
        using var store = ArticleStore.OpenReadOnly(indexDirectory, time); // first: without a store nothing is made
        var copy = Path.Combine(target, ArticleStore.FileName);
        var existed = Directory.Exists(target);
        if (File.Exists(target))
        {
            throw new StoreException(StoreFault.Other, $"{target} est un fichier ; « backup » écrit dans un dossier neuf.");
        }

        try
        {
            Directory.CreateDirectory(target);
            ClearUnfinished(target);
            if (Directory.EnumerateFileSystemEntries(target).Any())
            {
                throw new StoreException(StoreFault.Other, $"Le dossier {target} n'est pas vide : donnez à chaque sauvegarde un dossier neuf.");
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw StoreFailure.Of(copy, e);
        }

        try
        {
            var createdAt = time.GetUtcNow();
            report($"Copie de {store.Path}…");
            Copy(store.Path, copy + Unfinished, cancellation);
            DurableFile.Flush(copy + Unfinished);
            report("Contrôle de la copie…");
            var manifest = Describe(copy + Unfinished, createdAt, cancellation);
            cancellation.ThrowIfCancellationRequested();
            Publish(target, copy, manifest);
            return manifest;
        }
        catch (Exception e)
        {
            TakeBack(target, existed);
            if (e is SqliteException or IOException or UnauthorizedAccessException)
            {
                throw StoreFailure.Of(copy, e);
            }

            throw;
        }
    }

    private static void Copy(string store, string copy, CancellationToken cancellation)
    {
        using var connection = new SqliteConnection(StoreSchema.ConnectionString(store, SqliteOpenMode.ReadOnly, pooling: false));
        connection.Open();
        using var interruption = cancellation.Register(() => SQLitePCL.raw.sqlite3_interrupt(connection.Handle));
        using var command = StoreWriter.Prepare(connection, "VACUUM INTO $copy", "$copy");
        command.Parameters[0].Value = copy;
        command.CommandTimeout = 0;
        try
        {
            command.ExecuteNonQuery();
        }
        catch (SqliteException e)
        {
            cancellation.ThrowIfCancellationRequested();
            var ofCopy = StoreFailure.Of(copy, e);
            throw ofCopy.Fault is StoreFault.Damaged or StoreFault.Busy ? StoreFailure.Of(store, e) : ofCopy;
        }
    }

    private static BackupManifest Describe(string copy, DateTimeOffset createdAt, CancellationToken cancellation)
    {
        using (var connection = new SqliteConnection(StoreSchema.ConnectionString(copy, SqliteOpenMode.ReadOnly, pooling: false)))
        {
            connection.Open();
            if (StoreSchema.FindDamage(connection, null, cancellation) is [var fault, ..])
            {
                throw StoreFailure.Damaged(copy, fault);
            }
        }

        using var snapshot = new StoreSnapshot(StoreSchema.ConnectionString(copy, SqliteOpenMode.ReadOnly, pooling: false));
        using var content = File.OpenRead(copy);
        return new BackupManifest(
            BackupManifest.CurrentFormat, createdAt, snapshot.LastSequence, snapshot.CountVisible(), content.Length,
            Convert.ToHexStringLower(SHA256.HashData(content)));
    }

    /// <summary>The manifest comes last: a folder without it is no backup to <see cref="StoreRestore"/>.</summary>
    private static void Publish(string target, string copy, BackupManifest manifest)
    {
        var description = Path.Combine(target, BackupManifest.FileName);
        manifest.Write(description + Unfinished);
        DurableFile.Flush(description + Unfinished);
        DurableFile.Rename(copy + Unfinished, copy);
        DurableFile.Rename(description + Unfinished, description);
        if (Path.GetDirectoryName(target) is { } parent)
        {
            DurableFile.FlushFolder(parent);
        }
    }

    /// <summary>What an attempt that was killed left behind.</summary>
    private static void ClearUnfinished(string target)
    {
        StoreFile.Delete(Path.Combine(target, ArticleStore.FileName + Unfinished));
        File.Delete(Path.Combine(target, BackupManifest.FileName + Unfinished));
    }

    private static void TakeBack(string target, bool keepFolder)
    {
        try
        {
            ClearUnfinished(target);
            File.Delete(Path.Combine(target, BackupManifest.FileName));
            File.Delete(Path.Combine(target, ArticleStore.FileName));
            if (!keepFolder)
            {
                Directory.Delete(target);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The disk that failed may fail again. Without its manifest what is left is no backup.
        }
    }
}
