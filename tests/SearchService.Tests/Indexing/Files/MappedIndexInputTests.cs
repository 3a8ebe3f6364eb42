using CsCheck;
using Lucene.Net.Store;
using SearchService.Indexing.Files;
using SearchService.Tests.Support;

namespace SearchService.Tests.Indexing.Files;

public sealed class MappedIndexInputTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly MappedDirectory _directory;

    public MappedIndexInputTests() => _directory = new MappedDirectory(_folder.Path);

    public void Dispose()
    {
        _directory.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void What_Lucene_wrote_is_read_back() => Gen.Select(Gen.Short, Gen.Int, Gen.Long, Gen.Int[0, int.MaxValue], Gen.Long[0, long.MaxValue], Gen.String).Array[0, 20].Sample(
        rows =>
        {
            using (var output = _directory.CreateOutput("valeurs", IOContext.DEFAULT))
            {
                foreach (var (number16, number32, number64, var32, var64, text) in rows)
                {
                    output.WriteInt16(number16);
                    output.WriteInt32(number32);
                    output.WriteVInt32(var32);
                    output.WriteByte((byte)number16);
                    output.WriteInt64(number64);
                    output.WriteVInt64(var64);
                    output.WriteString(Whole(text));
                }
            }

            using var input = Open("valeurs");
            foreach (var (number16, number32, number64, var32, var64, text) in rows)
            {
                Assert.Equal(number16, input.ReadInt16());
                Assert.Equal(number32, input.ReadInt32());
                Assert.Equal(var32, input.ReadVInt32());
                Assert.Equal((byte)number16, input.ReadByte());
                Assert.Equal(number64, input.ReadInt64());
                Assert.Equal(var64, input.ReadVInt64());
                Assert.Equal(Whole(text), input.ReadString());
            }

            Assert.Equal(input.Length, input.Position);
            _directory.DeleteFile("valeurs");

            // Half a surrogate pair has no UTF-8.
            static string Whole(string text) => string.Concat(text.Where(c => !char.IsSurrogate(c)));
        },
        iter: 100,
        threads: 1);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(127)]
    [InlineData(128)]
    [InlineData(16_383)]
    [InlineData(16_384)]
    [InlineData(int.MaxValue)]
    [InlineData(-1)]
    [InlineData(int.MinValue)]
    public void A_variable_number_of_32_bits_is_read_back(int value)
    {
        using (var output = _directory.CreateOutput("nombre", IOContext.DEFAULT))
        {
            output.WriteVInt32(value);
        }

        using var input = Open("nombre");
        Assert.Equal(value, input.ReadVInt32());
    }

    [Theory]
    [InlineData(new byte[] { 0x80 })]
    [InlineData(new byte[] { 0xFF, 0xFF, 0xFF })]
    [InlineData(new byte[] { 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80 })]
    public void A_variable_number_without_an_end_is_refused_and_the_position_stays(byte[] bytes)
    {
        using var input = Write("nombre", bytes);

        Assert.Throws<EndOfStreamException>(() => input.ReadVInt32());
        Assert.Throws<EndOfStreamException>(() => input.ReadVInt64());
        Assert.Equal(0, input.Position);
    }

    public static TheoryData<string, int, Action<IndexInput>> Reads { get; } = new()
    {
        { "one byte", 1, input => input.ReadByte() },
        { "a short", 2, input => input.ReadInt16() },
        { "an int", 4, input => input.ReadInt32() },
        { "a long", 8, input => input.ReadInt64() },
        { "five bytes", 5, input => input.ReadBytes(new byte[5], 0, 5) },
        { "five bytes past a buffer", 5, input => input.ReadBytes(new byte[5], 0, 5, useBuffer: false) },
    };

    [Theory]
    [MemberData(nameof(Reads), DisableDiscoveryEnumeration = true)]
    public void A_read_up_to_the_end_succeeds_and_past_it_is_refused(string what, int bytes, Action<IndexInput> read)
    {
        using var input = Write("fichier", new byte[20]);
        input.Seek(20 - bytes);
        read(input);
        Assert.True(input.Position == 20, what);

        for (var position = 20 - bytes + 1; position <= 20; position++)
        {
            input.Seek(position);
            Assert.Throws<EndOfStreamException>(() => read(input));
            Assert.Equal(position, input.Position);
        }
    }

    [Theory]
    [InlineData(21)]
    [InlineData(-1)]
    [InlineData(long.MaxValue)]
    [InlineData(long.MinValue)]
    public void A_place_outside_the_file_is_refused(long position)
    {
        using var input = Write("fichier", new byte[20]);

        Assert.Throws<EndOfStreamException>(() => input.Seek(position));
        Assert.Equal(0, input.Position);
    }

    [Theory]
    [InlineData(21)]
    [InlineData(long.MaxValue)]
    public void Skipping_past_the_end_is_refused(long bytes)
    {
        using var input = Write("fichier", new byte[20]);
        input.Seek(1);

        Assert.Throws<EndOfStreamException>(() => input.SkipBytes(bytes));
        Assert.Equal(1, input.Position);
    }

    [Fact]
    public void A_buffer_that_is_too_small_is_not_overrun()
    {
        using var input = Write("fichier", new byte[20]);

        Assert.Throws<ArgumentOutOfRangeException>(() => input.ReadBytes(new byte[4], 2, 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => input.ReadBytes(new byte[4], 0, -1));
    }

    [Fact]
    public void An_empty_file_has_nothing_to_read()
    {
        using var input = Write("vide", []);

        Assert.Equal(0, input.Length);
        input.ReadBytes([], 0, 0);
        input.Seek(0);
        Assert.Throws<EndOfStreamException>(() => input.ReadByte());
        Assert.Throws<EndOfStreamException>(() => input.ReadVInt32());
        Assert.Throws<EndOfStreamException>(() => ((IndexInput)input.Clone()).ReadInt64());
    }

    [Theory]
    [MemberData(nameof(Reads), DisableDiscoveryEnumeration = true)]
    public void A_closed_input_reads_nothing(string what, int bytes, Action<IndexInput> read)
    {
        var input = Write("fichier", new byte[20]);
        input.Dispose();

        Assert.True(bytes <= 20, what);
        Assert.Throws<ObjectDisposedException>(() => read(input));
        Assert.Throws<ObjectDisposedException>(() => input.ReadVInt32());
        Assert.Throws<ObjectDisposedException>(() => input.ReadVInt64());
        input.Dispose();
    }

    [Fact]
    public void A_clone_starts_where_the_original_stands_and_outlives_it()
    {
        var input = Write("fichier", [1, 2, 3, 4]);
        input.ReadByte();
        var clone = (IndexInput)input.Clone();
        input.ReadByte();

        input.Dispose();
        File.Delete(_folder.File("fichier"));
        Collect();

        Assert.Equal(1, clone.Position);
        Assert.Equal([2, 3, 4], new[] { clone.ReadByte(), clone.ReadByte(), clone.ReadByte() });
    }

    private static void Collect()
    {
        for (var i = 0; i < 3; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
    }

    private IndexInput Open(string name) => _directory.OpenInput(name, IOContext.READ_ONCE);

    private IndexInput Write(string name, byte[] bytes)
    {
        _folder.Write(name, bytes);
        return Open(name);
    }
}
