using Lucene.Net.Index;
using Lucene.Net.Store;

namespace SearchService.Indexing.Files;

/// <summary>A folder of index files that are read through memory mappings of our own (<see cref="MappedFile"/>) and written as Lucene writes them.</summary>
public sealed class MappedDirectory : FSDirectory
{
    /// <summary>Opens a folder; it is made when the first file is written.</summary>
    public MappedDirectory(string path)
        : base(new DirectoryInfo(path), new NativeFSLockFactory())
    {
    }

    /// <inheritdoc/>
    public override IndexInput OpenInput(string name, IOContext context) => OpenMapped(name);

    /// <inheritdoc/>
    public override IndexInputSlicer CreateSlicer(string name, IOContext context) => new Slicer(OpenMapped(name));

    /// <summary>
    /// Keeps Lucene from reading <c>segments.gen</c>. It is written last and synced after everything that counts: a loss of power can leave it with zeros, and Lucene then
    /// opens nothing. It says no more than the names in the folder, for file systems that list them late; without it Lucene goes by those.
    /// </summary>
    /// <exception cref="FileNotFoundException">It is that file.</exception>
    internal static void RefuseHint(string name)
    {
        if (name == IndexFileNames.SEGMENTS_GEN)
        {
            throw new FileNotFoundException($"{name} is not read.", name);
        }
    }

    private MappedIndexInput OpenMapped(string name)
    {
        EnsureOpen();
        RefuseHint(name);
        var file = new MappedFile(Path.Combine(Directory.FullName, name));
        return new MappedIndexInput(name, file, 0, file.Length);
    }

    private sealed class Slicer(MappedIndexInput whole) : IndexInputSlicer
    {
        public override IndexInput OpenSlice(string sliceDescription, long offset, long length) => whole.Slice(sliceDescription, offset, length);

        [Obsolete("Only for files that Lucene 3 wrote.")]
        public override IndexInput OpenFullSlice() => (IndexInput)whole.Clone();

        protected override void Dispose(bool disposing) => whole.Dispose();
    }
}
