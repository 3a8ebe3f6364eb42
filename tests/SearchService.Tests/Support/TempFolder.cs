namespace SearchService.Tests.Support;

/// <summary>A folder that is gone after the test.</summary>
public sealed class TempFolder : IDisposable
{
    // Where Linux keeps files in memory: nothing waits for a disk there.
    private const string SharedMemory = "/dev/shm";

    /// <param name="inMemory">Whether it is for very many small files that need not survive anything.</param>
    public TempFolder(bool inMemory = false) => Path = inMemory && Directory.Exists(SharedMemory)
        ? Directory.CreateDirectory(System.IO.Path.Combine(SharedMemory, "searchservice-" + Guid.NewGuid().ToString("N"))).FullName
        : Directory.CreateTempSubdirectory("searchservice-").FullName;

    public string Path { get; }

    public string File(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>Writes a file below the folder and returns its full path.</summary>
    public string Write(string name, string text)
    {
        var path = File(name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        System.IO.File.WriteAllText(path, text);
        return path;
    }

    /// <summary>Writes a file of bytes below the folder and returns its full path.</summary>
    public string Write(string name, byte[] bytes)
    {
        var path = File(name);
        System.IO.File.WriteAllBytes(path, bytes);
        return path;
    }

    public void Dispose()
    {
        try
        {
            Directory.Delete(Path, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Left to the system: a test must not fail for its own dust.
        }
    }
}
