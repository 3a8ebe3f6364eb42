using System.Globalization;
using Microsoft.Data.Sqlite;

namespace SearchService.Storage;

/// <summary>From what SQLite or the file system reports to a fault and a message for a person.</summary>
internal static class StoreFailure
{
    // Primary result codes, https://www.sqlite.org/rescode.html
    private const int Permission = 3;
    private const int Busy = 5;
    private const int Locked = 6;
    private const int ReadOnly = 8;
    private const int InputOutput = 10;
    private const int Corrupt = 11;
    private const int Full = 13;
    private const int CannotOpen = 14;
    private const int Protocol = 15;
    private const int TooBig = 18;
    private const int Constraint = 19;
    private const int Mismatch = 20;
    private const int NotADatabase = 26;

    /// <summary>A device that reports an error with less room than this left is taken for a full one: SQLite tells the two apart only for its own file.</summary>
    private const long NoRoom = 64 * 1024;

    /// <summary>Whether a fault is that of one statement and not of the store.</summary>
    public static bool IsOfOneStatement(SqliteException cause) => cause.SqliteErrorCode is TooBig or Constraint or Mismatch;

    /// <summary>What a person is told when SQLite fails on a file.</summary>
    public static StoreException Of(string path, SqliteException cause) => KindOf(path, cause) switch
    {
        StoreFault.Full => NoSpace(path, cause),
        StoreFault.ReadOnly => Forbidden(path, cause),
        StoreFault.Busy => new StoreException(
            StoreFault.Busy,
            $"Le dépôt d'articles {path} est verrouillé par un autre programme. Rien n'a été enregistré de cette demande ; fermez ce programme (sqlite3, une copie de fichiers…) et recommencez.",
            cause),
        StoreFault.Damaged => Damaged(
            path, cause.SqliteErrorCode == NotADatabase ? "ce n'est pas un fichier SQLite" : "sa structure est incohérente ou il est tronqué", cause),
        _ => new StoreException(
            StoreFault.Other,
            string.Create(CultureInfo.InvariantCulture, $"Le dépôt d'articles {path} ne peut pas être utilisé : SQLite répond {cause.SqliteExtendedErrorCode} ({cause.Message}). Vérifiez le disque et le journal du système."),
            cause),
    };

    /// <summary>What a person is told when the file system fails on a file.</summary>
    public static StoreException Of(string path, Exception cause) => cause switch
    {
        SqliteException sqlite => Of(path, sqlite),
        UnauthorizedAccessException => Forbidden(path, cause),
        DirectoryNotFoundException or FileNotFoundException => new StoreException(
            StoreFault.Missing, $"{path} ne peut pas être ouvert : ce fichier ou son dossier n'existe pas.", cause),
        _ when Room(path) < NoRoom => NoSpace(path, cause),
        _ => new StoreException(StoreFault.Other, $"{path} ne peut pas être utilisé (erreur du système : {cause.Message})", cause),
    };

    public static StoreException Damaged(string path, string what, Exception? cause = null) => new(
        StoreFault.Damaged,
        $"Le dépôt d'articles {path} est endommagé : {what}. Il est laissé tel quel. Remettez une sauvegarde en place avec « restore DOSSIER » : le fichier endommagé sera mis de côté, pas effacé.",
        cause);

    public static StoreException Newer(string path, long version, long known) => new(
        StoreFault.Newer,
        string.Create(CultureInfo.InvariantCulture, $"Le dépôt d'articles {path} est au format {version} ; ce programme connaît les formats jusqu'à {known}. Utilisez le programme, plus récent, qui l'a écrit, ou remettez une sauvegarde en place avec « restore DOSSIER »."));

    public static StoreException NoSpace(string path, Exception? cause = null) => new(
        StoreFault.Full,
        $"Le disque est plein : {path} ne peut pas être écrit. Rien n'a été enregistré de cette demande ; libérez de la place et recommencez, un redémarrage n'est pas nécessaire.",
        cause);

    public static StoreException Forbidden(string path, Exception? cause = null) => new(
        StoreFault.ReadOnly,
        $"{path} ne peut pas être ouvert ou écrit. Vérifiez les droits du fichier et de son dossier {Path.GetDirectoryName(path)}, et que le disque n'est pas monté en lecture seule.",
        cause);

    /// <summary>The bytes that are left on the disk of a file; a great many if that cannot be told.</summary>
    public static long Room(string path)
    {
        try
        {
            return new DriveInfo(Path.GetDirectoryName(path)!).AvailableFreeSpace;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return long.MaxValue;
        }
    }

    private static StoreFault KindOf(string path, SqliteException cause) => cause.SqliteErrorCode switch
    {
        Full => StoreFault.Full,
        InputOutput when Room(path) < NoRoom => StoreFault.Full,
        Permission or ReadOnly or CannotOpen => StoreFault.ReadOnly,
        Busy or Locked or Protocol => StoreFault.Busy,
        Corrupt or NotADatabase => StoreFault.Damaged,
        _ => StoreFault.Other,
    };
}
