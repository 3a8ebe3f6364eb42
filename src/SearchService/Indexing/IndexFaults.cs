using Lucene.Net.Store;

namespace SearchService.Indexing;

/// <summary>Tells what an exception says of an index. Lucene.Net meets garbage with any exception at all, often with a plain one.</summary>
public static class IndexFaults
{
    // EIO of POSIX: the disk cannot read what it was given.
    private const int DiskCannotRead = 5;

    // COR_E_IO of .NET: an IOException that no error of the operating system caused, but a program that did not like what it read.
    private const int NotOfTheSystem = unchecked((int)0x80131620);

    /// <summary>
    /// Whether an exception met while files of an index were read speaks of what stands in them. Where it does not, the files could not be
    /// reached: rights, locks, open files, room.
    /// </summary>
    public static bool IsDamage(Exception exception) => exception switch
    {
        IndexException index => index.IsDamage,
        LockObtainFailedException or UnauthorizedAccessException or OperationCanceledException or ObjectDisposedException => false,
        FileNotFoundException or DirectoryNotFoundException or EndOfStreamException => true,
        IOException io => io.HResult is NotOfTheSystem or DiskCannotRead,
        _ => true,
    };

    /// <summary>Whether an exception may come from a damaged file: it speaks of content, and it passed through code that reads the index.</summary>
    public static bool IsSuspicious(Exception exception) =>
        exception is IndexException { IsDamage: true }
        || (IsDamage(exception) && exception.ToString() is var text
            && (text.Contains(" Lucene.Net.", StringComparison.Ordinal) || text.Contains(" SearchService.Searching.", StringComparison.Ordinal)));
}
