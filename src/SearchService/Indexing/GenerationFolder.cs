using System.Globalization;

namespace SearchService.Indexing;

/// <summary>
/// The generations below an index folder: <c>generations/000001</c>, … and the pointer file <c>current</c>, which names the published one on its
/// first line and the one before it on its second. Only the pointer decides what is live: a half-built folder is never mistaken for an index.
/// </summary>
public sealed class GenerationFolder
{
    private const string PointerName = "current";

    private readonly string _root;
    private readonly string _pointer;

    /// <summary>Names the index folder.</summary>
    public GenerationFolder(string indexDirectory)
    {
        _root = Path.Combine(indexDirectory, "generations");
        _pointer = Path.Combine(indexDirectory, PointerName);
    }

    /// <summary>The name of the published generation, or null.</summary>
    public string? Current => ReadPointer().Current;

    /// <summary>The name of the generation that was published before, or null.</summary>
    public string? Previous => ReadPointer().Previous;

    /// <summary>The folder of a generation.</summary>
    public string PathOf(string name) => Path.Combine(_root, name);

    /// <summary>Makes the next, empty generation; nobody sees it before <see cref="Publish"/>.</summary>
    /// <exception cref="IndexException">The folder cannot be written.</exception>
    public IndexGeneration Create(DateTimeOffset now)
    {
        try
        {
            Directory.CreateDirectory(_root);
            var last = Names().Select(name => int.Parse(name, CultureInfo.InvariantCulture)).DefaultIfEmpty().Max();
            return IndexGeneration.Create(PathOf((last + 1).ToString("D6", CultureInfo.InvariantCulture)), now);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new IndexException($"No generation can be made in {_root}: {e.Message}", e);
        }
    }

    /// <summary>Makes a generation the published one, in one step: after a crash either the former or this one is live, and whole.</summary>
    public void Publish(string name)
    {
        var (current, previous) = ReadPointer();
        WritePointer(name, current is null || current == name ? previous : current);
    }

    /// <summary>Takes a damaged generation out: the pointer names it no longer, then its folder is deleted.</summary>
    public void Discard(string name)
    {
        var (current, previous) = ReadPointer();
        if (current == name || previous == name)
        {
            WritePointer(current == name ? null : current, previous == name ? null : previous);
        }

        Delete(name);
    }

    /// <summary>Deletes all generations but the published one, the one before it and those named.</summary>
    /// <returns>The names of the deleted ones.</returns>
    public IReadOnlyList<string> Prune(params ReadOnlySpan<string> alsoKeep)
    {
        var (current, previous) = ReadPointer();
        var pruned = new List<string>();
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

    private void WritePointer(string? current, string? previous)
    {
        var temporary = _pointer + ".new";
        using (var stream = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.None))
        using (var writer = new StreamWriter(stream))
        {
            writer.Write(current + "\n" + (previous == current ? null : previous) + "\n");
            writer.Flush();
            stream.Flush(flushToDisk: true);
        }

        File.Move(temporary, _pointer, overwrite: true);
    }

    private (string? Current, string? Previous) ReadPointer()
    {
        try
        {
            var lines = File.Exists(_pointer) ? File.ReadAllLines(_pointer) : [];
            return (Named(lines.ElementAtOrDefault(0)), Named(lines.ElementAtOrDefault(1)));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return (null, null);
        }
    }

    private static string? Named(string? line) => line is { Length: 6 } && line.All(char.IsAsciiDigit) ? line : null;

    /// <summary>The names of all generations there are, published or not, the oldest first.</summary>
    public IReadOnlyList<string> Names() => Directory.Exists(_root)
        ? [.. Directory.EnumerateDirectories(_root).Select(path => Named(Path.GetFileName(path))).OfType<string>().Order(StringComparer.Ordinal)]
        : [];
}
