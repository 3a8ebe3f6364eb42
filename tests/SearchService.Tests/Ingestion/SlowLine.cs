using System.Text;

namespace SearchService.Tests.Ingestion;

/// <summary>A line as the plain rule tells it.</summary>
/// <param name="Number">Counted from 1.</param>
/// <param name="Text">Its text; empty if it was too long.</param>
/// <param name="TooLong">Whether it passed the limit.</param>
/// <param name="Converted">Whether it was Windows-1252.</param>
public sealed record SlowLine(int Number, string Text, bool TooLong, bool Converted)
{
    private static readonly Encoding Strict = new UTF8Encoding(false, throwOnInvalidBytes: true);
    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>The obvious way: everything in memory, a byte after the other.</summary>
    public static List<SlowLine> Read(byte[] bytes, int max)
    {
        if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
        {
            var utf16 = bytes[0] == 0xFF ? Encoding.Unicode : Encoding.BigEndianUnicode;
            return Read(Encoding.UTF8.GetBytes(utf16.GetString(bytes[2..])), max);
        }

        var lines = new List<List<byte>> { new() };
        foreach (var b in bytes)
        {
            if (b == '\n')
            {
                lines.Add([]);
            }
            else
            {
                lines[^1].Add(b);
            }
        }

        if (lines[^1].Count == 0)
        {
            lines.RemoveAt(lines.Count - 1);
        }

        return [.. lines.Select((line, i) => Line(i + 1, [.. line], max))];
    }

    private static SlowLine Line(int number, byte[] line, int max)
    {
        if (line.Length > max)
        {
            return new SlowLine(number, "", true, false);
        }

        if (number == 1 && line is [0xEF, 0xBB, 0xBF, ..])
        {
            line = line[3..];
        }

        if (line is [.., (byte)'\r'])
        {
            line = line[..^1];
        }

        try
        {
            return new SlowLine(number, Strict.GetString(line), false, false);
        }
        catch (DecoderFallbackException)
        {
            return new SlowLine(number, Windows1252.GetString(line), false, true);
        }
    }
}
