using Lucene.Net.Store;

namespace SearchService.Indexing.Files;

/// <summary>
/// The same folder read with system calls, for whoever looks for damage: a page that the disk cannot read is an exception here, and the end of the process in a
/// <see cref="MappedDirectory"/>. No search reads through it.
/// </summary>
#pragma warning disable RS0030 // the very difference to mappings is what is wanted
internal sealed class UnmappedDirectory(string path) : NIOFSDirectory(new DirectoryInfo(path))
{
    /// <inheritdoc/>
    public override IndexInput OpenInput(string name, IOContext context)
    {
        MappedDirectory.RefuseHint(name);
        return base.OpenInput(name, context);
    }
}
#pragma warning restore RS0030
