using Lucene.Net.Store;
using SearchService.Indexing.Files;
using SearchService.Tests.Support;

namespace SearchService.Tests.Indexing.Files;

public sealed class MappedDirectoryTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly MappedDirectory _directory;

    public MappedDirectoryTests() => _directory = new MappedDirectory(_folder.Path);

    public void Dispose()
    {
        _directory.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void A_missing_file_is_told_as_such() =>
        Assert.Throws<FileNotFoundException>(() => _directory.OpenInput("absent", IOContext.READ_ONCE));

    [Fact]
    public void A_closed_directory_opens_nothing()
    {
        _folder.Write("fichier", [1]);
        _directory.Dispose();

        Assert.Throws<ObjectDisposedException>(() => _directory.OpenInput("fichier", IOContext.READ_ONCE));
    }

    [Fact]
    public void Slices_read_their_own_part_and_nothing_beside_it()
    {
        _folder.Write("fichier", [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
        using var slicer = _directory.CreateSlicer("fichier", IOContext.READ_ONCE);
        using var slice = slicer.OpenSlice("milieu", 3, 4);

        Assert.Equal(4, slice.Length);
        Assert.Equal(0x03040506, slice.ReadInt32());
        Assert.Throws<EndOfStreamException>(() => slice.ReadByte());
        Assert.Throws<EndOfStreamException>(() => slice.Seek(5));
    }

    [Theory]
    [InlineData(8, 3)]
    [InlineData(-1, 2)]
    [InlineData(0, 11)]
    [InlineData(0, -1)]
    [InlineData(long.MaxValue, 1)]
    [InlineData(1, long.MaxValue)]
    public void A_slice_outside_the_file_is_refused(long offset, long length)
    {
        _folder.Write("fichier", new byte[10]);
        using var slicer = _directory.CreateSlicer("fichier", IOContext.READ_ONCE);

        Assert.Throws<EndOfStreamException>(() => slicer.OpenSlice("dehors", offset, length));
    }

    [Theory]
    [InlineData(2, 3)]
    [InlineData(-1, 2)]
    [InlineData(5, 1)]
    public void A_slice_of_a_slice_stays_inside_it(long offset, long length)
    {
        _folder.Write("fichier", new byte[10]);
        using var slicer = _directory.CreateSlicer("fichier", IOContext.READ_ONCE);
        using var slice = (MappedIndexInput)slicer.OpenSlice("milieu", 3, 4);

        Assert.Throws<EndOfStreamException>(() => slice.Slice("dehors", offset, length));
    }

    [Fact]
    public void A_slice_outlives_its_slicer_and_the_file()
    {
        _folder.Write("fichier", [0, 1, 2, 3]);
        var slicer = _directory.CreateSlicer("fichier", IOContext.READ_ONCE);
        var slice = slicer.OpenSlice("fin", 2, 2);

        slicer.Dispose();
        File.Delete(_folder.File("fichier"));
        GC.Collect();
        GC.WaitForPendingFinalizers();

        Assert.Equal(0x0203, slice.ReadInt16());
    }

    [Fact]
    public void The_folder_has_one_writer_at_a_time()
    {
        using var other = new MappedDirectory(_folder.Path);
        using var held = _directory.MakeLock("write.lock");

        Assert.True(held.Obtain());
        Assert.False(other.MakeLock("write.lock").Obtain());
    }
}
