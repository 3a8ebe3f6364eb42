using System.Text;
using SearchService.Ingestion;
using SearchService.Tests.Support;

namespace SearchService.Tests.Ingestion;

/// <summary>A stream as lines, whatever its encoding.</summary>
public sealed class LineReaderTests
{
    [Theory]
    [InlineData("", new string[0])]
    [InlineData("une", new[] { "une" })]
    [InlineData("une\n", new[] { "une" })]
    [InlineData("une\n\n", new[] { "une", "" })]
    [InlineData("\n", new[] { "" })]
    [InlineData("une\r\ndeux\r\n", new[] { "une", "deux" })]
    [InlineData("une\rdeux", new[] { "une\rdeux" })]
    [InlineData("une\r\r\n", new[] { "une\r" })]
    [InlineData("une\ndeux", new[] { "une", "deux" })]
    public async Task A_text_is_split_at_line_feeds(string text, string[] lines)
    {
        var read = await LinesAsync(Encoding.UTF8.GetBytes(text));

        Assert.Equal(lines, read.Select(line => line.ToString()));
        Assert.Equal(Enumerable.Range(1, lines.Length), read.Select(line => line.Number));
    }

    [Fact]
    public async Task The_mark_of_UTF_8_is_no_text()
    {
        var lines = await LinesAsync([0xEF, 0xBB, 0xBF, .. "é\n"u8, 0xEF, 0xBB, 0xBF, .. "x"u8]);

        Assert.Equal(["é", "\uFEFFx"], lines.Select(line => line.ToString()));
    }

    [Fact]
    public async Task A_line_that_is_not_UTF_8_is_read_as_Windows_1252_alone()
    {
        var lines = await LinesAsync([.. "été\n"u8, (byte)'c', 0x9C, (byte)'u', (byte)'r', (byte)' ', 0x80, (byte)'\r', (byte)'\n', .. "Noël"u8]);

        Assert.Equal(["été", "cœur €", "Noël"], lines.Select(line => line.ToString()));
        Assert.Equal([false, true, false], lines.Select(line => line.Converted));
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public async Task UTF_16_is_known_by_its_mark(string encoding)
    {
        var utf16 = Encoding.GetEncoding(encoding);

        var lines = await LinesAsync([.. utf16.GetPreamble(), .. utf16.GetBytes("été\r\nœuf 😀\n")]);

        Assert.Equal(["été", "œuf 😀"], lines.Select(line => line.ToString()));
        Assert.DoesNotContain(lines, line => line.Converted);
    }

    [Fact]
    public async Task Of_a_line_that_is_too_long_only_the_number_is_told()
    {
        var lines = await LinesAsync(Encoding.UTF8.GetBytes("dix octets\n12345678901\naprès\n12345678901"), max: 10);

        Assert.Equal([false, true, false, true], lines.Select(line => line.TooLong));
        Assert.Equal(["dix octets", "", "après", ""], lines.Select(line => line.ToString()));
        Assert.Equal([1, 2, 3, 4], lines.Select(line => line.Number));
    }

    [Theory]
    [InlineData("", true)]
    [InlineData(" \t ", true)]
    [InlineData(" - ", false)]
    public async Task A_line_of_spaces_is_blank(string line, bool blank) =>
        Assert.Equal(blank, Assert.Single(await LinesAsync(Encoding.UTF8.GetBytes(line + "\n"))).IsBlank);

    [Fact]
    public async Task A_line_that_is_too_long_is_not_blank() => Assert.False(Assert.Single(await LinesAsync("           "u8.ToArray(), max: 5)).IsBlank);

    [Fact]
    public async Task The_lines_before_a_fault_of_the_stream_are_told()
    {
        using var stream = new ChunkStream("une\ndeux\ntroi"u8.ToArray(), chunk: 3, fails: true);
        var read = new List<string>();

        await Assert.ThrowsAsync<IOException>(async () =>
        {
            await foreach (var line in LineReader.ReadAsync(stream, 100, TestContext.Current.CancellationToken))
            {
                read.Add(line.ToString());
            }
        });

        Assert.Equal(["une", "deux"], read);
    }

    [Fact]
    public async Task A_line_is_told_before_the_next_one_has_arrived()
    {
        using var stream = new ChunkStream(Encoding.UTF8.GetBytes(new string('x', 999) + "\n" + new string('y', 100_000)), chunk: 1000);
        await using var lines = LineReader.ReadAsync(stream, 1 << 20, TestContext.Current.CancellationToken)
            .GetAsyncEnumerator(TestContext.Current.CancellationToken);

        Assert.True(await lines.MoveNextAsync());

        Assert.Equal(999, lines.Current.Utf8.Length);
        Assert.InRange(stream.Position, 1000, 2000);
    }

    [Fact]
    public async Task The_stream_is_left_open()
    {
        using var stream = new MemoryStream("une\n"u8.ToArray());

        await Read.LinesAsync(stream, 100);

        Assert.True(stream.CanRead);
    }

    [Fact]
    public async Task Reading_stops_when_it_is_told_to()
    {
        using var stream = new MemoryStream("une\n"u8.ToArray());

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in LineReader.ReadAsync(stream, 100, new CancellationToken(canceled: true)))
            {
            }
        });
    }

    private static async Task<List<TextLine>> LinesAsync(byte[] bytes, int max = 1000)
    {
        using var stream = new MemoryStream(bytes);
        return await Read.LinesAsync(stream, max);
    }
}
