using System.Runtime.InteropServices;

namespace SearchService.Storage;

/// <summary>Files that are whole after a loss of power: written, flushed, then named, and the name flushed too.</summary>
internal static partial class DurableFile
{
    private const int ReadOnly = 0;

    // A file system that cannot sync a folder says so in one of these ways; .NET passes over them for files as well.
    private const int ReadOnlyFileSystem = 30;
    private const int InvalidArgument = 22;
    private static readonly int NotSupported = OperatingSystem.IsMacOS() ? 45 : 95;

    /// <summary>Brings a file's content to the disk.</summary>
    public static void Flush(string path)
    {
        using var handle = File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
        RandomAccess.FlushToDisk(handle);
    }

    /// <summary>Gives a file another name in one step, for good. A file that has that name already is replaced.</summary>
    public static void Rename(string from, string to)
    {
        File.Move(from, to, overwrite: true);
        FlushFolder(Path.GetDirectoryName(to)!);
    }

    /// <summary>
    /// Waits until the names in a folder are on the disk. A file that was made or renamed survives a loss of power only once its folder was synced too
    /// (fsync(2)); .NET has no call for that. Windows keeps such changes in the journal of its file system and needs none.
    /// </summary>
    /// <exception cref="IOException">The folder cannot be opened, or the disk fails.</exception>
    public static void FlushFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var descriptor = Open(folder, ReadOnly);
        if (descriptor < 0)
        {
            throw Failure(folder, Marshal.GetLastPInvokeError());
        }

        try
        {
            if (Sync(descriptor) != 0 && Marshal.GetLastPInvokeError() is var error
                && error != InvalidArgument && error != ReadOnlyFileSystem && error != NotSupported)
            {
                throw Failure(folder, error);
            }
        }
        finally
        {
            _ = Close(descriptor);
        }
    }

    private static IOException Failure(string folder, int error) =>
        new($"The folder {folder} cannot be synced to the disk: {Marshal.GetPInvokeErrorMessage(error)}");

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Sync(int descriptor);

    [LibraryImport("libc", EntryPoint = "close", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Close(int descriptor);
}
