using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Unicode;

namespace SearchService.Ingestion;

/// <summary>
/// Splits a stream into lines without holding more than one. UTF-8 with or without a byte order mark and UTF-16 with one are known; a line that is
/// not UTF-8 is read as Windows-1252, the encoding of old wires, alone: the lines around it stay what they are.
/// </summary>
public static class LineReader
{
    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
    private static readonly byte[] Utf8Mark = [0xEF, 0xBB, 0xBF];

    /// <summary>Reads the lines of a stream, which is left open.</summary>
    /// <param name="stream">The stream, at its start.</param>
    /// <param name="maxLineBytes">The longest line that is kept; of a longer one only the number is told.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public static async IAsyncEnumerable<TextLine> ReadAsync(
        Stream stream, int maxLineBytes, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var reader = PipeReader.Create(stream, new StreamPipeReaderOptions(bufferSize: 64 * 1024, leaveOpen: true));
        try
        {
            if (await Utf16Async(reader, cancellation) is { } utf16)
            {
                var transcoded = Encoding.CreateTranscodingStream(reader.AsStream(leaveOpen: true), utf16, Encoding.UTF8, leaveOpen: true);
                await using (transcoded.ConfigureAwait(false))
                {
                    await foreach (var line in ReadAsync(transcoded, maxLineBytes, cancellation))
                    {
                        yield return line;
                    }
                }

                yield break;
            }

            var number = 1;
            var skipping = false;
            while (true)
            {
                var result = await reader.ReadAsync(cancellation);
                var buffer = result.Buffer;
                while (buffer.PositionOf((byte)'\n') is { } end)
                {
                    var line = buffer.Slice(0, end);
                    yield return Line(number, line, skipping || line.Length > maxLineBytes);
                    skipping = false;
                    number++;
                    buffer = buffer.Slice(buffer.GetPosition(1, end));
                }

                if (result.IsCompleted)
                {
                    if (skipping || !buffer.IsEmpty)
                    {
                        yield return Line(number, buffer, skipping || buffer.Length > maxLineBytes);
                    }

                    yield break;
                }

                if (skipping || buffer.Length > maxLineBytes)
                {
                    skipping = true;
                    buffer = buffer.Slice(buffer.End);
                }

                reader.AdvanceTo(buffer.Start, buffer.End);
            }
        }
        finally
        {
            await reader.CompleteAsync();
        }
    }

    private static TextLine Line(int number, ReadOnlySequence<byte> bytes, bool tooLong)
    {
        if (tooLong)
        {
            return new TextLine(number, default, TooLong: true, Converted: false);
        }

        var line = bytes.IsSingleSegment ? bytes.First : bytes.ToArray();
        if (number == 1 && line.Span.StartsWith(Utf8Mark))
        {
            line = line[Utf8Mark.Length..];
        }

        if (line.Span.EndsWith("\r"u8))
        {
            line = line[..^1];
        }

        return Utf8.IsValid(line.Span)
            ? new TextLine(number, line, TooLong: false, Converted: false)
            : new TextLine(number, Encoding.Convert(Windows1252, Encoding.UTF8, line.ToArray()), TooLong: false, Converted: true);
    }

    /// <summary>The UTF-16 that a byte order mark announces, its mark consumed; null if there is none.</summary>
    private static async ValueTask<Encoding?> Utf16Async(PipeReader reader, CancellationToken cancellation)
    {
        var result = await reader.ReadAtLeastAsync(2, cancellation);
        var head = result.Buffer.Slice(0, Math.Min(2, result.Buffer.Length)).ToArray();
        Encoding? encoding = head switch
        {
            [0xFF, 0xFE] => Encoding.Unicode,
            [0xFE, 0xFF] => Encoding.BigEndianUnicode,
            _ => null,
        };
        reader.AdvanceTo(encoding is null ? result.Buffer.Start : result.Buffer.GetPosition(2));
        return encoding;
    }
}
