using CsCheck;
using Lucene.Net.Store;
using SearchService.Indexing.Files;
using SearchService.Tests.Support;

namespace SearchService.Tests.Indexing.Files;

/// <summary>Random walks through a mapped file against a plain array of its bytes, read by Lucene's own means.</summary>
public sealed class MappedIndexInputModelTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly MappedDirectory _directory;

    public MappedIndexInputModelTests() => _directory = new MappedDirectory(_folder.Path);

    private enum Act
    {
        Seek,
        ReadByte,
        ReadBytes,
        ReadInt16,
        ReadInt32,
        ReadInt64,
        ReadVInt32,
        ReadVInt64,
        SkipBytes,
        Clone,
        Slice,
    }

    public void Dispose()
    {
        _directory.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Every_read_gives_what_the_bytes_say() => Gen.Select(
        Gen.Byte.Array[0, 300], Gen.Select(Gen.Enum<Act>(), Gen.Int[0, 320], Gen.Int[0, 40]).Array[1, 60]).Sample(
        (bytes, steps) =>
        {
            using (var output = _directory.CreateOutput("octets", IOContext.DEFAULT))
            {
                output.WriteBytes(bytes, 0, bytes.Length);
            }

            IndexInput mapped = _directory.OpenInput("octets", IOContext.READ_ONCE);
            var plain = new Plain(bytes, 0, bytes.Length);
            foreach (var (act, first, second) in steps)
            {
                Assert.Equal(plain.Length, mapped.Length);
                Assert.Equal(plain.Position, mapped.Position);
                if (act == Act.Clone)
                {
                    var original = mapped;
                    mapped = (IndexInput)mapped.Clone();
                    original.Dispose();
                }
                else if (act == Act.Slice)
                {
                    (mapped, plain) = Slice((MappedIndexInput)mapped, plain, first, second);
                }
                else
                {
                    Assert.Equal(Outcome(() => plain.Do(act, first, second)), Outcome(() => Do(mapped, act, first, second)));
                }
            }

            _directory.DeleteFile("octets");
        },
        iter: 300,
        threads: 1);

    private static (IndexInput Mapped, Plain Plain) Slice(MappedIndexInput mapped, Plain plain, int offset, int length)
    {
        if (offset + length > plain.Length)
        {
            Assert.Throws<EndOfStreamException>(() => mapped.Slice("tranche", offset, length));
            return (mapped, plain);
        }

        return (mapped.Slice("tranche", offset, length), new Plain(plain.Bytes, plain.Start + offset, length));
    }

    private static object Do(IndexInput input, Act act, int first, int second)
    {
        switch (act)
        {
            case Act.Seek:
                input.Seek(first);
                return input.Position;
            case Act.SkipBytes:
                input.SkipBytes(second);
                return input.Position;
            case Act.ReadBytes:
                var buffer = new byte[second];
                input.ReadBytes(buffer, 0, second);
                return Convert.ToHexString(buffer);
            case Act.ReadByte: return (long)input.ReadByte();
            case Act.ReadInt16: return (long)input.ReadInt16();
            case Act.ReadInt32: return (long)input.ReadInt32();
            case Act.ReadInt64: return input.ReadInt64();
            case Act.ReadVInt32: return (long)input.ReadVInt32();
            default: return input.ReadVInt64();
        }
    }

    private static object Outcome(Func<object> read)
    {
        try
        {
            return read();
        }
        catch (EndOfStreamException)
        {
            return "past the end";
        }
    }

    /// <summary>The slow obvious twin: a position in an array.</summary>
    private sealed class Plain(byte[] bytes, int start, int length)
    {
        public byte[] Bytes => bytes;

        public int Start => start;

        public int Length => length;

        public int Position { get; private set; }

        public object Do(Act act, int first, int second) => act switch
        {
            Act.Seek => (long)(Position = first <= length ? first : throw new EndOfStreamException()),
            Act.SkipBytes => (long)(Position = Position + second <= length ? Position + second : throw new EndOfStreamException()),
            Act.ReadBytes => Convert.ToHexString(Take(second)),
            Act.ReadByte => Number(1),
            Act.ReadInt16 => (long)(short)Number(2),
            Act.ReadInt32 => (long)(int)Number(4),
            Act.ReadInt64 => Number(8),
            Act.ReadVInt32 => (long)(int)Variable(5),
            _ => Variable(10),
        };

        private byte[] Take(int count)
        {
            if (Position + count > length)
            {
                throw new EndOfStreamException();
            }

            Position += count;
            return bytes.AsSpan(start + Position - count, count).ToArray();
        }

        private long Number(int count) => Take(count).Aggregate(0L, (value, b) => (value << 8) | b);

        private long Variable(int most)
        {
            var value = 0L;
            for (var i = 0; i < most && Position + i < length; i++)
            {
                var b = bytes[start + Position + i];
                value |= (long)(b & 0x7F) << (7 * i);
                if (b < 0x80)
                {
                    Position += i + 1;
                    return value;
                }
            }

            throw new EndOfStreamException();
        }
    }
}
