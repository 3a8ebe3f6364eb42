using System.Text;
using CsCheck;

namespace SearchService.Tests.Support;

/// <summary>Bytes that were sound and no longer are: cut, flipped, doubled, swapped, with nasty pieces put in.</summary>
public static class Mutations
{
    private static readonly byte[][] Nasty =
    [
        [0], [0xFF], [0xC3], [0xED, 0xA0, 0x80], [0xEF, 0xBB, 0xBF], [0xFF, 0xFE], [0xF4, 0x90, 0x80, 0x80], [0x1B], [0x7F], "\n"u8.ToArray(), "\r"u8.ToArray(), "\r\n"u8.ToArray(),
        "\r\n\r\n"u8.ToArray(), "\""u8.ToArray(), "\\"u8.ToArray(), "\\ud800"u8.ToArray(), "\\u0000"u8.ToArray(), "{"u8.ToArray(), "}"u8.ToArray(), "["u8.ToArray(), "]"u8.ToArray(),
        ","u8.ToArray(), ":"u8.ToArray(), "null"u8.ToArray(), "1e999999"u8.ToArray(), "-0"u8.ToArray(), "99999999999999999999999"u8.ToArray(), "%00"u8.ToArray(), "%"u8.ToArray(),
        " "u8.ToArray(), "-\n"u8.ToArray(), "--"u8.ToArray(), "é"u8.ToArray(), "\u2028"u8.ToArray(), "😀"u8.ToArray(), "/*"u8.ToArray(), "../"u8.ToArray(), ";"u8.ToArray(),
        Encoding.ASCII.GetBytes(new string('[', 300)), Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("{\"a\":", 100))),
        Encoding.ASCII.GetBytes(new string('9', 400)), Encoding.ASCII.GetBytes(new string('a', 5000)),
    ];

    /// <summary>Up to six changes of bytes that another generator makes.</summary>
    public static Gen<byte[]> Of(Gen<byte[]> sound) => Gen
        .Select(sound, Gen.Select(Gen.Int[0, 5], Gen.Int[0, int.MaxValue], Gen.Int[0, int.MaxValue], Gen.Int[0, Nasty.Length - 1]).Array[0, 6])
        .Select((bytes, changes) => changes.Aggregate(bytes, (now, change) => Change(now, change.Item1, change.Item2, change.Item3, Nasty[change.Item4])));

    private static byte[] Change(byte[] bytes, int kind, int one, int other, byte[] piece)
    {
        var at = one % (bytes.Length + 1);
        var length = Math.Min(other % 40, bytes.Length - at);
        switch (kind)
        {
            case 0 when at < bytes.Length:
                bytes = [.. bytes];
                bytes[at] ^= (byte)(1 << (other & 7));
                return bytes;
            case 1:
                return bytes[..at];
            case 2:
                return [.. bytes[..at], .. bytes[(at + length)..]];
            case 3:
                return [.. bytes[..(at + length)], .. bytes[at..]];
            default:
                return [.. bytes[..at], .. piece, .. bytes[at..]];
        }
    }
}
