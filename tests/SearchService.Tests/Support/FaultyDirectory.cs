using Lucene.Net.Store;
using Directory = Lucene.Net.Store.Directory;

namespace SearchService.Tests.Support;

/// <summary>The folder of a generation on a <see cref="FaultyDisk"/>.</summary>
internal sealed class FaultyDirectory(FaultyDisk disk, string path, Directory files) : FilterDirectory(files)
{
    public override string[] ListAll()
    {
        disk.Operate("list", path);
        return base.ListAll();
    }

    [Obsolete("As in Lucene.")]
    public override bool FileExists(string name)
    {
        disk.Operate("exists", name);
        return base.FileExists(name);
    }

    public override long FileLength(string name)
    {
        disk.Operate("length", name);
        return base.FileLength(name);
    }

    public override void DeleteFile(string name)
    {
        disk.Operate("delete", name);
        disk.Durable.Delete(path, name);
        base.DeleteFile(name);
    }

    public override IndexOutput CreateOutput(string name, IOContext context)
    {
        disk.Operate("create", name);
        disk.Durable.Delete(path, name); // what had the name before
        return new Output(disk, name, base.CreateOutput(name, context));
    }

    // The files are not synced for real: nobody pulls the plug, and it would take most of the time.
    public override void Sync(ICollection<string> names)
    {
        foreach (var name in names)
        {
            disk.Operate("sync", name);
            disk.Durable.Sync(path, name);
        }

        disk.Operate("sync", path);
        disk.Durable.SyncNames(path);
    }

    public override IndexInput OpenInput(string name, IOContext context)
    {
        disk.Operate("open", name);
        return base.OpenInput(name, context);
    }

    public override IndexInputSlicer CreateSlicer(string name, IOContext context)
    {
        disk.Operate("open", name);
        return m_input.CreateSlicer(name, context);
    }

    /// <summary>A file that is written in small pieces, so that each of them can be the last one; half of that one is still written.</summary>
    private sealed class Output(FaultyDisk disk, string name, IndexOutput file) : BufferedIndexOutput(PieceSize)
    {
        private const int PieceSize = 1024;

        public override long Length => Position;

        protected override void FlushBuffer(byte[] b, int offset, int len)
        {
            if (len > 0)
            {
                disk.Operate("write", name, half: () => file.WriteBytes(b, offset, len / 2));
                file.WriteBytes(b, offset, len);
            }
        }

        protected override void Dispose(bool disposing)
        {
            try
            {
                base.Dispose(disposing);
            }
            finally
            {
                file.Dispose();
            }
        }
    }
}
