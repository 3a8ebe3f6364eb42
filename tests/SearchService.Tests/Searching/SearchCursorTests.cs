using System.Buffers.Text;
using System.Text;
using CsCheck;
using SearchService.Searching;
using SearchService.Tests.Support;

namespace SearchService.Tests.Searching;

public sealed class SearchCursorTests
{
    private static readonly Gen<SearchCursor> Cursors = Gen.Select(
        Gen.Enum<SearchSort>(), Gen.Single, Gen.Frequency((3, Gen.Long.Select(value => (long?)value)), (1, Gen.Const((long?)null))),
        Gen.String["abcXYZ019_.:-|"], Gen.Long,
        (sort, score, published, id, now) => new SearchCursor(sort, score, published, id, now));

    [Fact]
    public void A_cursor_read_back_is_the_same() =>
        Cursors.Sample(cursor => Assert.Equal(cursor, SearchCursor.Parse(cursor.ToString())));

    [Fact]
    public void A_cursor_needs_no_escape_in_an_address() =>
        Cursors.Sample(cursor => Assert.Equal(cursor.ToString(), Uri.EscapeDataString(cursor.ToString())));

    [Fact]
    public void Any_text_is_a_cursor_or_none() => NastyText.Any.Sample(text => SearchCursor.Parse(text) is null or { Id: not null });

    [Fact]
    public void Any_text_well_encoded_is_a_cursor_or_none() =>
        NastyText.WellFormed.Sample(text => SearchCursor.Parse(Encode("0|" + text)) is null or { Id: not null });

    [Theory]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("0|0|0")]
    [InlineData("0|0|0|id")]
    [InlineData("x|0|0|0|id")]
    [InlineData("7|0|0|0|id")]
    [InlineData("-1|0|0|0|id")]
    [InlineData("0|zz|0|0|id")]
    [InlineData("0|0|hier|0|id")]
    [InlineData("0|0|99999999999999999999|0|id")]
    [InlineData("0|0|0|maintenant|id")]
    [InlineData("0|0|0||id")]
    public void Rubbish_well_encoded_is_none(string text) => Assert.Null(SearchCursor.Parse(Encode(text)));

    [Theory]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("n'importe quoi")]
    [InlineData("====")]
    [InlineData("élan")]
    public void Rubbish_is_none(string text) => Assert.Null(SearchCursor.Parse(text));

    private static string Encode(string text) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));
}
