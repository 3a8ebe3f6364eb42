using CsCheck;
using SearchService.Tests.Support;

namespace SearchService.Tests.Ingestion;

/// <summary>The line reader against <see cref="SlowLine"/>, on random input.</summary>
public sealed class LineReaderTwinTests
{
    // Bytes that meet: line ends, marks, accents in both encodings, a continuation byte alone, the first byte of a sequence that never comes.
    private static readonly byte[][] Pieces =
    [
        "\n"u8.ToArray(), "\r\n"u8.ToArray(), "\r"u8.ToArray(), "\n\n"u8.ToArray(), [0xEF, 0xBB, 0xBF], [0xFF, 0xFE], [0xFE, 0xFF], "é"u8.ToArray(),
        "œ€😀"u8.ToArray(), [0xE9], [0x80], [0x81], [0xF0, 0x9F], [0], "mot"u8.ToArray(), " "u8.ToArray(), "{\"id\":"u8.ToArray(),
    ];

    private static readonly Gen<byte[]> Text = Gen.OneOf(
        Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i]).Array[0, 40].Select(pieces => pieces.SelectMany(piece => piece).ToArray()),
        Gen.Byte.Array[0, 200]);

    private static readonly Gen<byte[]> Utf16 = Gen.Select(Gen.Bool, Gen.Byte.Array[0, 121], Text, (little, noise, text) =>
        (byte[])[.. little ? [0xFF, 0xFE] : (byte[])[0xFE, 0xFF], .. noise, .. text]);

    [Fact]
    public Task Any_bytes_in_any_chunks_give_the_lines_of_the_slow_twin() =>
        Gen.Select(Text, Gen.Int[1, 30], Gen.Int[0, 60]).SampleAsync(SameAsync, iter: 3000);

    [Fact]
    public Task Any_UTF_16_in_any_chunks_gives_the_lines_of_the_slow_twin() =>
        Gen.Select(Utf16, Gen.Int[1, 30], Gen.Int[0, 60]).SampleAsync(SameAsync, iter: 1000);

    [Fact]
    public Task Lines_around_the_buffer_s_borders_are_whole() =>
        Gen.Select(Gen.Int[65_530, 65_542].Array[1, 4], Gen.OneOf(Gen.Int[4000, 4200], Gen.Int[65_000, 66_000], Gen.Const(1 << 20)), Gen.Int[65_535, 131_080])
        .SampleAsync(
            async (lengths, chunk, max) =>
            {
                var bytes = lengths.SelectMany((length, i) => Enumerable.Repeat((byte)('a' + i), length).Append((byte)'\n')).ToArray();
                await SameAsync(bytes, chunk, max);
            },
            iter: 30);

    private static async Task SameAsync(byte[] bytes, int chunk, int max)
    {
        using var stream = new ChunkStream(bytes, chunk);

        var lines = await Read.LinesAsync(stream, max);

        Assert.Equal(SlowLine.Read(bytes, max), lines.Select(line => new SlowLine(line.Number, line.ToString(), line.TooLong, line.Converted)));
    }
}
