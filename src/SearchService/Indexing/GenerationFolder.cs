using System.Globalization;
using SearchService.Storage;

namespace SearchService.Indexing;

/// <summary>
/// The generations below an index folder: <c>generations/000001</c>, … and the pointer file <c>current</c>, which names the published one on its
/// first line, the one before it on its second and the last that was damaged on its third. Only the pointer decides what is live: a half-built folder is never mistaken for an index.
/// </summary>
public sealed class GenerationFolder
{
    private const string PointerName = "current";

    private readonly string _index;
    private readonly string _root;
    private readonly string _pointer;

    /// <summary>Names the index folder.</summary>
    public GenerationFolder(string indexDirectory)
    {
        _index = indexDirectory;
        _root = Path.Combine(indexDirectory, "generations");
        _pointer = Path.Combine(indexDirectory, PointerName);
    }

    /// <summary>How the generations reach their files.</summary>
    internal GenerationFiles Files { get; init; } = GenerationFiles.Default;

    /// <summary>The name of the published generation, or null.</summary>
    public string? Current => ReadPointer().Current;

    /// <summary>The name of the generation that was published before, or null.</summary>
    public string? Previous => ReadPointer().Previous;

    /// <summary>The index folder.</summary>
    public string IndexDirectory => _index;

    /// <summary>The folder of a generation.</summary>
    public string PathOf(string name) => Path.Combine(_root, name);

    /// <summary>Opens a generation to search it and to go on writing it.</summary>
    /// <exception cref="IndexException">It is missing, damaged or held by another process.</exception>
    public IndexGeneration Open(string name) => IndexGeneration.Open(PathOf(name), Files);

    /// <summary>Opens the last commit of a generation to search it, also while another process writes it.</summary>
    /// <exception cref="IndexException">It is missing or damaged.</exception>
    public IndexGeneration OpenReadOnly(string name) => IndexGeneration.OpenReadOnly(PathOf(name), Files);

    /// <summary>Makes the next, empty generation; nobody sees it before <see cref="Publish"/>.</summary>
    /// <param name="now">The moment.</param>
    /// <param name="store">The identity of the store that it will be made from.</param>
    /// <exception cref="IndexException">The folder cannot be written.</exception>
    public IndexGeneration Create(DateTimeOffset now, string store = "")
    {
        try
        {
            Directory.CreateDirectory(_root);
            var last = Names().Append(ReadLastDiscarded()).OfType<string>().Select(name => int.Parse(name, CultureInfo.InvariantCulture)).DefaultIfEmpty().Max();
            return IndexGeneration.Create(PathOf((last + 1).ToString("D6", CultureInfo.InvariantCulture)), Files, now, store);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new IndexException($"No generation can be made in {_root}: {e.Message}", e);
        }
    }

    /// <summary>
    /// Makes a generation, whose last commit is durable, the published one, in one step: after a crash or a loss of power either the former or this one is
    /// live, and whole. Durable when it returns.
    /// </summary>
    /// <exception cref="IOException">The pointer cannot be written; either generation may be the published one.</exception>
    public void Publish(string name)
    {
        Files.Publishing(PublishStep.SyncGenerationsFolder);
        DurableFile.FlushFolder(_root); // Lucene syncs files and names within the generation, not the name of its folder
        var (current, previous) = ReadPointer();
        WritePointer(name, current is null || current == name ? previous : current, ReadLastDiscarded());
    }

    /// <summary>Takes a damaged generation out: the pointer names it no longer, then its folder is deleted.</summary>
    public void Discard(string name)
    {
        var (current, previous) = ReadPointer();
        WritePointer(current == name ? null : current, previous == name ? null : previous, LaterOf(name, ReadLastDiscarded()));
        Delete(name);
    }

    /// <summary>Takes the published generation out of service: the next start builds another from the store.</summary>
    public void Unpublish() => File.Delete(_pointer);

    /// <summary>
    /// Deletes all generations but the published one, the one before it and those named: what is left of rebuilds that ended badly. Beside a pointer
    /// that cannot be read nothing is deleted.
    /// </summary>
    /// <returns>The names of the deleted ones.</returns>
    public IReadOnlyList<string> Prune(params ReadOnlySpan<string> alsoKeep)
    {
        var (current, previous) = ReadPointer();
        var pruned = new List<string>();
        if (current is null && File.Exists(_pointer))
        {
            return pruned; // one of them is worth keeping, and nobody knows which
        }

        foreach (var name in Names())
        {
            if (name == current || name == previous || alsoKeep.Contains(name))
            {
                continue;
            }

            if (Delete(name))
            {
                pruned.Add(name);
            }
        }

        return pruned;
    }

    /// <summary>
    /// Asks for the end of mappings that nobody uses: deleted files hold their place on the disk as long as they are mapped, and mappings end with their
    /// finalizers. Without this, an idle service would hold a whole generation for hours.
    /// </summary>
    public static void ReleaseDeleted() => GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: false);

    private bool Delete(string name)
    {
        try
        {
            Directory.Delete(PathOf(name), recursive: true);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false; // gone before, or a system that keeps mapped files from being deleted: the next prune takes it
        }
    }

    private void WritePointer(string? current, string? previous, string? discarded)
    {
        var temporary = _pointer + ".new";
        Files.Publishing(PublishStep.WritePointer);
        using (var stream = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.Read))
        using (var writer = new StreamWriter(stream))
        {
            writer.Write(current + "\n" + (previous == current ? null : previous) + "\n" + discarded + "\n");
            writer.Flush();
            Files.Publishing(PublishStep.SyncPointer);
            stream.Flush(flushToDisk: true);
        }

        Files.Publishing(PublishStep.RenamePointer);
        File.Move(temporary, _pointer, overwrite: true);
        Files.Publishing(PublishStep.SyncIndexFolder);
        DurableFile.FlushFolder(_index);
        Files.Publishing(PublishStep.Done);
    }

    private (string? Current, string? Previous) ReadPointer()
    {
        var lines = ReadLines();
        return (Named(lines.ElementAtOrDefault(0)), Named(lines.ElementAtOrDefault(1)));
    }

    // Its number is not given again: whoever remembers it would take another index for the one that was damaged.
    private string? ReadLastDiscarded() => Named(ReadLines().ElementAtOrDefault(2));

    private static string LaterOf(string name, string? other) => string.CompareOrdinal(name, other) < 0 ? other! : name;

    private string[] ReadLines()
    {
        try
        {
            return File.Exists(_pointer) ? File.ReadAllLines(_pointer) : [];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private static string? Named(string? line) => line is { Length: 6 } && line.All(char.IsAsciiDigit) ? line : null;

    /// <summary>The names of all generations there are, published or not, the oldest first.</summary>
    public IReadOnlyList<string> Names() => Directory.Exists(_root)
        ? [.. Directory.EnumerateDirectories(_root).Select(path => Named(Path.GetFileName(path))).OfType<string>().Order(StringComparer.Ordinal)]
        : [];
}
