using System.Globalization;
using System.Text.Json;

namespace SearchService.Hosting;

/// <summary>
/// Holds an index folder for one process: a lock of the operating system on <c>service.lock</c>, which ends with the process however it ends, and
/// beside it <c>service.json</c>, which tells others who holds it.
/// </summary>
public sealed class IndexFolderLock : IDisposable
{
    // EROFS of POSIX.
    private const int ReadOnlyFileSystem = 30;

    private readonly string _notePath;
    private readonly FileStream _lock;

    private IndexFolderLock(string notePath, FileStream handle)
    {
        _notePath = notePath;
        _lock = handle;
    }

    /// <summary>Takes the lock of an index folder.</summary>
    /// <param name="directory">The folder; made if it is missing.</param>
    /// <param name="address">Where this process listens, or null if it does not.</param>
    /// <exception cref="IndexFolderInUseException">Another process holds it.</exception>
    /// <exception cref="SettingsException">The folder cannot be written.</exception>
    public static IndexFolderLock Take(string directory, string? address)
    {
        var notePath = Path.Combine(directory, "service.json");
        try
        {
            Directory.CreateDirectory(directory);
            var handle = new FileStream(Path.Combine(directory, "service.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            var taken = new IndexFolderLock(notePath, handle);
            taken.Announce(address);
            return taken;
        }
        catch (UnauthorizedAccessException e)
        {
            throw new SettingsException($"Index:Directory = {directory} : le dossier ne peut pas être écrit ({e.Message}).");
        }
        catch (IOException e) when (e.HResult != ReadOnlyFileSystem && File.Exists(Path.Combine(directory, "service.lock")))
        {
            throw new IndexFolderInUseException(directory, ReadNote(notePath));
        }
        catch (IOException e)
        {
            throw new SettingsException($"Index:Directory = {directory} : le dossier ne peut pas être créé ou écrit ({e.Message}).");
        }
    }

    /// <summary>Tells others where this process listens, in one step: they read the former note or this one.</summary>
    public void Announce(string? address)
    {
        var unread = _notePath + ".new";
        File.WriteAllText(unread, JsonSerializer.Serialize(new Note(Environment.ProcessId, address)));
        File.Move(unread, _notePath, overwrite: true);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!_lock.CanRead)
        {
            return; // disposed before: the note may be another's by now
        }

        try
        {
            File.Delete(_notePath);
        }
        catch (IOException)
        {
            // The folder itself is gone, and the note with it.
        }

        _lock.Dispose();
    }

    private static string ReadNote(string path)
    {
        try
        {
            var note = JsonSerializer.Deserialize<Note>(File.ReadAllText(path));
            return string.Create(CultureInfo.InvariantCulture, $"le processus {note?.Process}{(note?.Address is null ? "" : " à l'adresse " + note.Address)}");
        }
        catch (Exception e) when (e is IOException or JsonException or UnauthorizedAccessException)
        {
            return "un autre processus";
        }
    }

    private sealed record Note(int Process, string? Address);
}
