using Lucene.Net.Codecs;
using Lucene.Net.Index;
using Lucene.Net.Store;
using SearchService.Indexing.Files;
using Directory = Lucene.Net.Store.Directory;

namespace SearchService.Indexing;

/// <summary>
/// Reads the files of a generation's last commit from end to end against their checksums. It reads with system calls, not through mappings: a page
/// that the disk cannot read is an exception here, and the end of the process there.
/// </summary>
public static class FileVerification
{
    private const int StepBytes = 1 << 20;

    /// <summary>Looks for damage; the generation may be searched and written meanwhile.</summary>
    /// <param name="path">The folder of the generation.</param>
    /// <param name="rest">Called after each megabyte, for one who does not want to be in the way of others.</param>
    /// <param name="cancellation">Stops between two megabytes.</param>
    /// <returns>The first damaged file, or null if all are sound.</returns>
    /// <exception cref="IOException">The files cannot be reached, for a reason that tells nothing of what stands in them.</exception>
    public static FileDamage? FindDamage(string path, Action? rest, CancellationToken cancellation)
    {
        using var directory = new UnmappedDirectory(path);
        SegmentInfos commit;
        try
        {
            commit = FileChecksums.ReadLastCommit(directory);
        }
        catch (Exception e) when (IndexFaults.IsDamage(e))
        {
            return FindDamagedFile(directory, path, e);
        }

        var listed = FileChecksums.Read(directory, commit);
        foreach (var name in commit.GetFiles(directory, includeSegmentsFile: true))
        {
            // A file that a later commit needs no longer is deleted while this goes on; what is new was written by this process a moment ago.
            if (WhatIsWrong(directory, name, listed.TryGetValue(name, out var known) ? known : null, rest, cancellation) is { } reason
                && IsStillNeeded(directory, commit, name))
            {
                return new FileDamage(name, reason);
            }
        }

        return null;
    }

    private static string? WhatIsWrong(
        Directory directory, string name, (long Length, long Checksum)? expected, Action? rest, CancellationToken cancellation)
    {
        try
        {
            using var input = directory.OpenChecksumInput(name, IOContext.READ_ONCE);
            if (input.Length < CodecUtil.FooterLength())
            {
                return "it is too short";
            }

            var buffer = new byte[StepBytes];
            for (var left = input.Length - CodecUtil.FooterLength(); left > 0;)
            {
                cancellation.ThrowIfCancellationRequested();
                var count = (int)Math.Min(left, StepBytes);
                input.ReadBytes(buffer, 0, count);
                left -= count;
                rest?.Invoke();
            }

            var checksum = CodecUtil.CheckFooter(input);
            return expected is { } written && written != (input.Length, checksum) ? "it is not the file that was written" : null;
        }
        catch (FileNotFoundException)
        {
            return "it is missing";
        }
        catch (Exception e) when (IndexFaults.IsDamage(e))
        {
            return "its checksum is not that of its content";
        }
    }

    private static bool IsStillNeeded(Directory directory, SegmentInfos commit, string name)
    {
        try
        {
            var last = FileChecksums.ReadLastCommit(directory);
            return last.Generation == commit.Generation || last.GetFiles(directory, includeSegmentsFile: true).Contains(name);
        }
        catch (Exception e) when (IndexFaults.IsDamage(e))
        {
            return true;
        }
    }

    /// <summary>The commit cannot be read: which of the files is the reason?</summary>
    private static FileDamage FindDamagedFile(Directory directory, string path, Exception cause)
    {
        if (!System.IO.Directory.Exists(path))
        {
            return new FileDamage(Path.GetFileName(path), "the folder is missing");
        }

        foreach (var name in directory.ListAll().Where(name => name.StartsWith(IndexFileNames.SEGMENTS + "_", StringComparison.Ordinal)
            || name.EndsWith(".si", StringComparison.Ordinal)))
        {
            if (WhatIsWrong(directory, name, null, null, CancellationToken.None) is { } reason)
            {
                return new FileDamage(name, reason);
            }
        }

        return new FileDamage(
            IndexFileNames.SEGMENTS, cause is FileNotFoundException ? "a file that the commit needs is missing" : $"the commit cannot be read ({cause.GetType().Name})");
    }
}
