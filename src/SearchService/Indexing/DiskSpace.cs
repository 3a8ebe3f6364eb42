using System.Globalization;

namespace SearchService.Indexing;

/// <summary>Checks before a rebuild writes anything that the disk has room for it.</summary>
public sealed class DiskSpace
{
    /// <summary>
    /// What a generation takes at most while it is built, in sizes of the finished one: if its segments are merged into one at the end, both stand on the
    /// disk. On 34,071 articles of news it took 1.15.
    /// </summary>
    private const double Merging = 2;

    /// <summary>The size of an index in sizes of its store: 1.11 was measured on 34,071 articles of news.</summary>
    private const double IndexPerStore = 1.25;

    /// <summary>What a small index takes as well: files of the writer that are not merged yet, and what others write meanwhile.</summary>
    private const long Margin = 64L << 20;

    private readonly Func<string, long> _free;

    /// <summary>Asks the system.</summary>
    public DiskSpace()
        : this(FreeOn)
    {
    }

    /// <summary>Asks someone else.</summary>
    /// <param name="free">Tells the free bytes of the volume of a folder.</param>
    public DiskSpace(Func<string, long> free) => _free = free;

    /// <summary>Checks that a generation can be built.</summary>
    /// <param name="folder">Where it will stand.</param>
    /// <param name="liveBytes">The size of the live generation; 0 if there is none.</param>
    /// <param name="storeBytes">The size of the store.</param>
    /// <exception cref="RebuildRefusedException">There is too little space.</exception>
    public void Check(string folder, long liveBytes, long storeBytes)
    {
        var needed = (long)(Merging * (liveBytes > 0 ? liveBytes : IndexPerStore * storeBytes)) + Margin;
        var free = _free(folder);
        if (free < needed)
        {
            throw new RebuildRefusedException(
                $"L'espace disque ne suffit pas : la reconstruction demande {InMegabytes(needed)}, {InMegabytes(free)} sont libres. Rien n'a été écrit.");
        }
    }

    private static string InMegabytes(long bytes) => string.Create(CultureInfo.InvariantCulture, $"{(bytes + (1 << 20) - 1) >> 20} Mo");

    private static long FreeOn(string folder)
    {
        try
        {
            // Unix takes any folder for the volume it lies on.
            return new DriveInfo(OperatingSystem.IsWindows() ? Path.GetPathRoot(folder)! : folder).AvailableFreeSpace;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return long.MaxValue; // a volume that does not tell: the rebuild finds out
        }
    }
}
