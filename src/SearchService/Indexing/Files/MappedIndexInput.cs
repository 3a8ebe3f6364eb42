using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Lucene.Net.Store;

namespace SearchService.Indexing.Files;

/// <summary>
/// Reads a mapped file, or a slice of it, through a pointer: no lock, no system call. Each read checks its bounds and keeps the mapping reachable
/// until it is done. Not for two threads, as all of Lucene's inputs: clone it.
/// </summary>
internal sealed unsafe class MappedIndexInput : IndexInput
{
    private readonly byte* _start;
    private readonly long _length;
    private MappedFile? _file;
    private long _position;

    public MappedIndexInput(string description, MappedFile file, long offset, long length)
        : base(description)
    {
        if (offset < 0 || length < 0 || offset > file.Length - length)
        {
            throw new EndOfStreamException($"A slice of {length} bytes at {offset} passes the end of {description} ({file.Length} bytes).");
        }

        _file = file;
        _start = file.Start + offset;
        _length = length;
    }

    public override long Length => _length;

    public override long Position => _position;

    public override void Seek(long pos)
    {
        if ((ulong)pos > (ulong)_length)
        {
            ThrowPastEnd(pos, 0);
        }

        _position = pos;
    }

    public override byte ReadByte()
    {
        var file = Check(sizeof(byte));
        var value = _start[_position];
        _position += sizeof(byte);
        GC.KeepAlive(file);
        return value;
    }

    public override void ReadBytes(byte[] b, int offset, int len)
    {
        var file = Check(len);
        new ReadOnlySpan<byte>(_start + _position, len).CopyTo(b.AsSpan(offset, len));
        _position += len;
        GC.KeepAlive(file);
    }

    public override void ReadBytes(byte[] b, int offset, int len, bool useBuffer) => ReadBytes(b, offset, len);

    public override short ReadInt16() => Read<short>();

    public override int ReadInt32() => Read<int>();

    public override long ReadInt64() => Read<long>();

    public override int ReadVInt32()
    {
        var file = _file;
        var value = 0;
        var position = _position;
        for (var shift = 0; ; shift += 7)
        {
            if ((ulong)position >= (ulong)_length || file is null || shift > 28)
            {
                ThrowPastEnd(position, 1);
            }

            var b = _start[position++];
            value |= (b & 0x7F) << shift;
            if (b < 0x80)
            {
                _position = position;
                GC.KeepAlive(file);
                return value;
            }
        }
    }

    public override long ReadVInt64()
    {
        var file = _file;
        var value = 0L;
        var position = _position;
        for (var shift = 0; ; shift += 7)
        {
            if ((ulong)position >= (ulong)_length || file is null || shift > 63)
            {
                ThrowPastEnd(position, 1);
            }

            var b = _start[position++];
            value |= (long)(b & 0x7F) << shift;
            if (b < 0x80)
            {
                _position = position;
                GC.KeepAlive(file);
                return value;
            }
        }
    }

    public override void SkipBytes(long numBytes) => Seek(_position + numBytes);

    /// <summary>A part of this input as an input of its own, at its start.</summary>
    public MappedIndexInput Slice(string description, long offset, long length)
    {
        var file = _file ?? throw Closed();
        return offset >= 0 && length >= 0 && offset <= _length - length
            ? new MappedIndexInput(description, file, _start - file.Start + offset, length)
            : throw new EndOfStreamException($"A slice of {length} bytes at {offset} passes the end of {this} ({_length} bytes).");
    }

    // Only lets go of the mapping: clones and slices hold it on their own.
    protected override void Dispose(bool disposing) => _file = null;

    private T Read<T>()
        where T : unmanaged
    {
        var file = Check(sizeof(T));
        var value = Unsafe.ReadUnaligned<T>(_start + _position);
        _position += sizeof(T);
        GC.KeepAlive(file);
        if (!BitConverter.IsLittleEndian)
        {
            return value;
        }

        // Lucene writes the high byte first.
        MemoryMarshal.AsBytes(new Span<T>(ref value)).Reverse();
        return value;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private MappedFile Check(int bytes)
    {
        if (_position > _length - bytes)
        {
            ThrowPastEnd(_position, bytes);
        }

        return _file ?? throw Closed();
    }

    [System.Diagnostics.CodeAnalysis.DoesNotReturn]
    private void ThrowPastEnd(long position, int bytes) => throw (_file is null
        ? Closed()
        : new EndOfStreamException($"A read of {bytes} bytes at {position} passes the end of {this} ({_length} bytes)."));

    private ObjectDisposedException Closed() => new(ToString());
}
