using SearchService.Indexing;
using SearchService.Storage;

namespace SearchService.Tests.Support;

/// <summary>
/// What of an index folder was synced, and so what is certain to survive a loss of power: the bytes of a file once it was synced, its name once its
/// folder was. Index files are written once; the pointer is written beside and renamed. Deletions count as uncertain until the folder is synced.
/// </summary>
internal sealed class DurableFiles(string indexDirectory)
{
    private readonly Dictionary<string, Folder> _folders = [];
    private readonly string _generations = Path.Combine(indexDirectory, "generations");
    private readonly string _pointer = Path.Combine(indexDirectory, "current");
    private HashSet<string> _names = [];
    private byte[]? _syncedPointer;
    private byte[]? _newPointer;

    /// <summary>Counts what is certain to survive: while it stays, a loss of power leaves the same.</summary>
    public int Version { get; private set; }

    /// <summary>Whether the disk says that it synced and did not, as disks with a cache of their own do.</summary>
    public bool Lies { get; init; }

    /// <summary>A file lost its name, or is about to get other bytes.</summary>
    public void Delete(string folder, string name)
    {
        var state = Of(folder);
        if (state.Synced.Remove(name, out var bytes) && state.Names.Contains(name))
        {
            state.Deleted[name] = bytes;
        }

        Version++;
    }

    /// <summary>The bytes of a file were synced.</summary>
    public void Sync(string folder, string name)
    {
        if (!Lies)
        {
            Of(folder).Synced[name] = File.ReadAllBytes(Path.Combine(folder, name));
            Version++;
        }
    }

    /// <summary>The names in the folder of a generation were synced.</summary>
    public void SyncNames(string folder)
    {
        var state = Of(folder);
        state.Names = [.. Directory.EnumerateFiles(folder).Select(path => Path.GetFileName(path)!)];
        state.Deleted.Clear();
        Version++;
    }

    /// <summary>A generation is being published: what is about to happen, so that all before it has.</summary>
    public void Publish(PublishStep next)
    {
        switch (next)
        {
            case PublishStep.WritePointer:
                _names = [.. Directory.EnumerateDirectories(_generations).Select(path => Path.GetFileName(path)!)];
                _newPointer = null;
                break;
            case PublishStep.RenamePointer:
                _newPointer = File.ReadAllBytes(_pointer + ".new");
                break;
            case PublishStep.Done:
                _syncedPointer = _newPointer;
                break;
        }

        Version++;
    }

    /// <summary>Writes what survives to another index folder.</summary>
    public void Write(string target, Surviving surviving, Random random)
    {
        Directory.CreateDirectory(target);
        WritePointer(target, surviving, random);
        foreach (var folder in Directory.Exists(_generations) ? Directory.EnumerateDirectories(_generations) : [])
        {
            var name = Path.GetFileName(folder);
            if (_names.Contains(name) || Choose(surviving, random) is not (Surviving.Nothing or Surviving.Deleted))
            {
                Write(folder, Of(folder), Directory.CreateDirectory(Path.Combine(target, "generations", name)).FullName, surviving, random);
            }
        }
    }

    /// <summary>Writes everything to another index folder, as it is: what a kill leaves.</summary>
    public void WriteAll(string target)
    {
        Directory.CreateDirectory(target);
        foreach (var file in Directory.EnumerateFiles(indexDirectory, "current*"))
        {
            File.Copy(file, Path.Combine(target, Path.GetFileName(file)));
        }

        foreach (var folder in Directory.Exists(_generations) ? Directory.EnumerateDirectories(_generations) : [])
        {
            var copy = Directory.CreateDirectory(Path.Combine(target, "generations", Path.GetFileName(folder))).FullName;
            foreach (var file in Directory.EnumerateFiles(folder))
            {
                File.Copy(file, Path.Combine(copy, Path.GetFileName(file)));
            }
        }
    }

    /// <summary>Copies the article store, which syncs what it acknowledges, to another index folder.</summary>
    public void WriteStore(string target)
    {
        foreach (var file in Directory.EnumerateFiles(indexDirectory, ArticleStore.FileName + "*"))
        {
            if (!file.EndsWith("-shm", StringComparison.Ordinal)) // the memory of the process that is no more
            {
                File.Copy(file, Path.Combine(target, Path.GetFileName(file)));
            }
        }
    }

    private static void Write(string folder, Folder state, string target, Surviving surviving, Random random)
    {
        foreach (var file in Directory.EnumerateFiles(folder))
        {
            var name = Path.GetFileName(file);
            var bytes = state.Names.Contains(name) && state.Synced.TryGetValue(name, out var synced)
                ? synced
                : Unsynced(file, Choose(surviving, random), nameSynced: state.Names.Contains(name));
            if (bytes is not null)
            {
                File.WriteAllBytes(Path.Combine(target, name), bytes);
            }
        }

        foreach (var (name, bytes) in state.Deleted)
        {
            if (Choose(surviving, random) == Surviving.Deleted && !File.Exists(Path.Combine(target, name)))
            {
                File.WriteAllBytes(Path.Combine(target, name), bytes);
            }
        }
    }

    private void WritePointer(string target, Surviving surviving, Random random)
    {
        var there = File.Exists(_pointer) ? File.ReadAllBytes(_pointer) : null;
        var renamed = there is not null && (_syncedPointer is null || !there.AsSpan().SequenceEqual(_syncedPointer));
        var bytes = renamed && Choose(surviving, random) is not (Surviving.Nothing or Surviving.Deleted) ? _newPointer ?? [] : _syncedPointer;
        if (bytes is not null)
        {
            File.WriteAllBytes(Path.Combine(target, "current"), bytes);
        }

        var beside = _pointer + ".new";
        if (File.Exists(beside) && Unsynced(beside, Choose(surviving, random), nameSynced: false) is { } rest)
        {
            File.WriteAllBytes(Path.Combine(target, "current.new"), rest);
        }
    }

    private static byte[]? Unsynced(string file, Surviving surviving, bool nameSynced) => surviving switch
    {
        Surviving.Names => [],
        Surviving.Lengths => new byte[new FileInfo(file).Length],
        Surviving.Mixed => File.ReadAllBytes(file),
        _ => nameSynced ? [] : null,
    };

    // Of a mixture each file gets its own; Mixed itself then stands for all of it.
    private static Surviving Choose(Surviving surviving, Random random) => surviving == Surviving.Mixed ? (Surviving)random.Next(5) : surviving;

    private Folder Of(string folder)
    {
        if (!_folders.TryGetValue(folder, out var state))
        {
            _folders[folder] = state = new Folder();
        }

        return state;
    }

    private sealed class Folder
    {
        public Dictionary<string, byte[]> Synced { get; } = [];

        public Dictionary<string, byte[]> Deleted { get; } = [];

        public HashSet<string> Names { get; set; } = [];
    }
}
