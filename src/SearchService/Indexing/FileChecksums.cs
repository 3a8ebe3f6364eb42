using System.Globalization;
using Lucene.Net.Codecs;
using Lucene.Net.Index;
using Lucene.Net.Store;
using Directory = Lucene.Net.Store.Directory;

namespace SearchService.Indexing;

/// <summary>
/// The length and checksum of each file of a commit, in a file of their own beside it (<c>checksums_N</c> for <c>segments_N</c>). Lucene 4.8 closes
/// each file with a checksum of that file, which cannot tell that another whole file stands in its place: this list can. A missing or unreadable
/// list counts as none; the checksums in the files remain. Not for two threads.
/// </summary>
internal sealed class FileChecksums
{
    private const string Codec = "checksums";
    private const string Prefix = Codec + "_";

    // Lucene writes a file once: what was read of it stays true.
    private readonly Dictionary<string, (long Length, long Checksum)> _known = new(StringComparer.Ordinal);

    /// <summary>Lists the files of the last commit, and deletes the list of the one before.</summary>
    public void Record(Directory directory)
    {
        var commit = ReadLastCommit(directory);
        var files = commit.GetFiles(directory, includeSegmentsFile: true);
        foreach (var gone in _known.Keys.Where(name => !files.Contains(name)).ToArray())
        {
            _known.Remove(gone);
        }

        foreach (var name in files.Where(name => !_known.ContainsKey(name)))
        {
            _known[name] = ReadEnd(directory, name);
        }

        var list = NameOf(commit);
        using (var output = directory.CreateOutput(list, IOContext.DEFAULT))
        {
            CodecUtil.WriteHeader(output, Codec, 0);
            output.WriteVInt32(_known.Count);
            foreach (var (name, (length, checksum)) in _known)
            {
                output.WriteString(name);
                output.WriteInt64(length);
                output.WriteInt64(checksum);
            }

            CodecUtil.WriteFooter(output);
        }

        directory.Sync([list]);
        foreach (var former in directory.ListAll().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal) && name != list))
        {
            directory.DeleteFile(former);
        }
    }

    /// <summary>The list of a commit, empty if there is none that can be read.</summary>
    public static IReadOnlyDictionary<string, (long Length, long Checksum)> Read(Directory directory, SegmentInfos commit)
    {
        var listed = new Dictionary<string, (long Length, long Checksum)>(StringComparer.Ordinal);
        try
        {
            using var input = directory.OpenChecksumInput(NameOf(commit), IOContext.READ_ONCE);
            CodecUtil.CheckHeader(input, Codec, 0, 0);
            for (var left = input.ReadVInt32(); left > 0; left--)
            {
                listed[input.ReadString()] = (input.ReadInt64(), input.ReadInt64());
            }

            CodecUtil.CheckFooter(input);
            return listed;
        }
        catch (Exception e) when (IndexFaults.IsDamage(e))
        {
            return new Dictionary<string, (long Length, long Checksum)>();
        }
    }

    /// <summary>Compares each file of the last commit with the list, by its length and the checksum at its end: a matter of milliseconds.</summary>
    /// <returns>The first that is another, or null.</returns>
    public static FileDamage? FindDifference(Directory directory)
    {
        while (true)
        {
            var commit = ReadLastCommit(directory);
            var listed = Read(directory, commit);
            var difference = commit.GetFiles(directory, includeSegmentsFile: true)
                .Select(name => Compare(directory, name, listed)).FirstOrDefault(found => found is not null);
            if (difference is null || ReadLastCommit(directory).Generation == commit.Generation)
            {
                return difference;
            }

            // Read beside a process that writes, which has committed and deleted meanwhile.
        }
    }

    /// <summary>The last commit, as its small files tell it; they are checked while they are read.</summary>
    public static SegmentInfos ReadLastCommit(Directory directory)
    {
        var commit = new SegmentInfos();
        commit.Read(directory);
        return commit;
    }

    private static FileDamage? Compare(
        Directory directory, string name, IReadOnlyDictionary<string, (long Length, long Checksum)> listed)
    {
        try
        {
            var end = ReadEnd(directory, name);
            return listed.TryGetValue(name, out var expected) && end != expected ? new FileDamage(name, "it is not the file that was written") : null;
        }
        catch (Exception e) when (IndexFaults.IsDamage(e))
        {
            return new FileDamage(name, e is FileNotFoundException ? "it is missing" : "its end is cut off or overwritten");
        }
    }

    private static (long Length, long Checksum) ReadEnd(Directory directory, string name)
    {
        using var input = directory.OpenInput(name, IOContext.READ_ONCE);
        return (input.Length, CodecUtil.RetrieveChecksum(input));
    }

    private static string NameOf(SegmentInfos commit) => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{commit.Generation}");
}
