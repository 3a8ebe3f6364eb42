using System.Globalization;
using System.Security.Cryptography;
using Microsoft.Data.Sqlite;

namespace SearchService.Storage;

/// <summary>
/// Puts a backup in the place of the store. First the copy is made beside the store and checked, and nothing has changed; then its name decides
/// (<see cref="Decide"/>), and from there each start finishes what a crash cut off: the former store is set aside with its journal before the copy
/// gets its name, since a journal of one file must never stand beside another.
/// </summary>
public sealed class StoreRestore
{
    private const string Unfinished = ArticleStore.FileName + ".part";
    private const string Decided = ArticleStore.FileName + ".restored-";
    private const string Aside = ArticleStore.FileName + ".damaged-";

    private readonly string _directory;
    private readonly TimeProvider _time;

    private StoreRestore(string directory, BackupManifest manifest, TimeProvider time)
    {
        _directory = directory;
        _time = time;
        Manifest = manifest;
    }

    /// <summary>What is restored.</summary>
    public BackupManifest Manifest { get; }

    /// <summary>Copies a backup into an index folder and checks the copy; the store that is there stays as it is.</summary>
    /// <param name="indexDirectory">The folder of the store, held by this process.</param>
    /// <param name="backup">The folder of the backup.</param>
    /// <param name="time">The clock.</param>
    /// <param name="report">Told in French what is being done.</param>
    /// <param name="cancellation">Stops it; the folder is then as before.</param>
    /// <exception cref="StoreException">The backup is incomplete or damaged, or there is no room; the folder is then as before.</exception>
    public static StoreRestore Prepare(
        string indexDirectory, string backup, TimeProvider time, Action<string> report, CancellationToken cancellation)
    {
        var manifest = BackupManifest.Read(backup);
        var source = Path.Combine(backup, ArticleStore.FileName);
        var copy = Path.Combine(indexDirectory, Unfinished);
        if (!File.Exists(source))
        {
            throw new StoreException(
                StoreFault.Missing, $"La sauvegarde {backup} est incomplète : {ArticleStore.FileName} n'y est pas. Le dépôt n'a pas changé.");
        }

        try
        {
            Directory.CreateDirectory(indexDirectory);
            StoreFile.Delete(copy);
            if (StoreFailure.Room(copy) < manifest.SizeBytes)
            {
                throw StoreFailure.NoSpace(copy);
            }

            report($"Copie de {source}…");
            if (Copy(source, copy, cancellation) != manifest.Sha256)
            {
                throw new StoreException(
                    StoreFault.Damaged, $"{source} n'est plus ce que « backup » a écrit : sa somme SHA-256 diffère. Prenez une autre sauvegarde ; le dépôt n'a pas changé.");
            }

            report("Contrôle de la copie…");
            Check(source, copy, cancellation);
            DurableFile.Flush(copy);
            return new StoreRestore(indexDirectory, manifest, time);
        }
        catch (Exception e)
        {
            TakeBack(copy);
            if (e is SqliteException or IOException or UnauthorizedAccessException)
            {
                throw StoreFailure.Of(copy, e);
            }

            throw;
        }
    }

    /// <summary>Puts the copy in its place, for good. The former store, if there is one, stays under the name that is returned.</summary>
    /// <returns>The full path of the former store, or null if there was none.</returns>
    /// <exception cref="StoreException">The folder cannot be written; the next start finishes what was begun.</exception>
    public string? Decide()
    {
        var stamp = _time.GetUtcNow();
        while (Leftover(Name(Aside, stamp)) || Leftover(Name(Decided, stamp)))
        {
            stamp = stamp.AddSeconds(1); // never over one that was set aside before
        }

        try
        {
            DurableFile.Rename(Path.Combine(_directory, Unfinished), Name(Decided, stamp));
            Finish(_directory);
            return File.Exists(Name(Aside, stamp)) ? Name(Aside, stamp) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw StoreFailure.Of(Path.Combine(_directory, ArticleStore.FileName), e);
        }
    }

    /// <summary>Finishes a restore that was decided. Each step may be the last before a crash: none is done twice, none is left out.</summary>
    internal static void Finish(string directory)
    {
        var store = Path.Combine(directory, ArticleStore.FileName);
        foreach (var decided in Directory.GetFiles(directory, Decided + "*").Where(file => file.EndsWith('Z')).Order(StringComparer.Ordinal))
        {
            var aside = Path.Combine(directory, Aside + Path.GetFileName(decided)[Decided.Length..]);
            foreach (var companion in StoreFile.Companions.Prepend(""))
            {
                if (!File.Exists(store + companion))
                {
                    continue;
                }

                if (File.Exists(aside + companion))
                {
                    throw new StoreException(
                        StoreFault.Other,
                        $"Une restauration a été interrompue, puis {store + companion} a été remis par une autre voie : gardez ou déplacez vous-même ce fichier ou {decided}, puis recommencez.");
                }

                DurableFile.Rename(store + companion, aside + companion);
            }

            DurableFile.Rename(decided, store);
        }
    }

    private static string Copy(string source, string copy, CancellationToken cancellation)
    {
        using var from = File.OpenRead(source);
        using var to = new FileStream(copy, FileMode.CreateNew, FileAccess.Write);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[1 << 20];
        int read;
        while ((read = from.Read(buffer)) > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            hash.AppendData(buffer, 0, read);
            to.Write(buffer, 0, read);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>Checks the copy and gives it an identity of its own: no index that was made before fits it.</summary>
    private static void Check(string source, string copy, CancellationToken cancellation)
    {
        using var connection = new SqliteConnection(StoreSchema.ConnectionString(copy, SqliteOpenMode.ReadWrite, pooling: false));
        connection.Open();
        StoreSchema.Check(connection, source, writing: false);
        if (StoreSchema.FindDamage(connection, null, cancellation) is [var fault, ..])
        {
            throw new StoreException(
                StoreFault.Damaged, $"La sauvegarde {source} est endommagée ({fault}). Prenez-en une autre ; le dépôt n'a pas changé.");
        }

        StoreSchema.RenewIdentity(connection);
    }

    private static void TakeBack(string copy)
    {
        try
        {
            StoreFile.Delete(copy);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The next attempt deletes it.
        }
    }

    private static bool Leftover(string path) => StoreFile.Companions.Prepend("").Any(companion => File.Exists(path + companion));

    private string Name(string prefix, DateTimeOffset stamp) =>
        Path.Combine(_directory, prefix + stamp.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture));
}
