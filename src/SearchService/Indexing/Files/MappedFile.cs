using System.IO.MemoryMappedFiles;

namespace SearchService.Indexing.Files;

/// <summary>
/// A whole file mapped for reading. Nobody unmaps it: the mapping ends when the garbage collector finds that the last
/// <see cref="MappedIndexInput"/> over it is gone. Lucene never closes clones, so no count of users can tell that moment, and unmapping on close is
/// what crashes other directories when a reader is swapped under load (apache/lucenenet#1013).
/// </summary>
internal sealed unsafe class MappedFile
{
    // Reachable from here, the view's handle is not finalized; its finalizer unmaps.
    private readonly MemoryMappedViewAccessor? _view;

    public MappedFile(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 1);
        Length = stream.Length;
        if (Length == 0)
        {
            return; // an empty file cannot be mapped
        }

        using var file = MemoryMappedFile.CreateFromFile(stream, null, 0, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: true);
        _view = file.CreateViewAccessor(0, Length, MemoryMappedFileAccess.Read);
        Start = (byte*)_view.SafeMemoryMappedViewHandle.DangerousGetHandle() + _view.PointerOffset;
    }

    /// <summary>Bytes.</summary>
    public long Length { get; }

    /// <summary>The first byte; null for an empty file. Valid while this object is reachable.</summary>
    public byte* Start { get; }
}
