using System.Globalization;
using CsCheck;
using SearchService.Searching.Highlighting;
using SearchService.Tests.Support;

namespace SearchService.Tests.Searching.Highlighting;

public sealed class GraphemesTests
{
    private static readonly string[] Pieces =
    [
        "a", "é", "e\u0301", "\u0301", "\u200D", "\u200B", "\u00AD", "\r", "\n", " ", "👍🏽", "👨\u200D👩", "©", "®", "한", "\u1100", "\u1161", "\u0600", "ا", "क\u094Dष", "ไ",
        "🇫🇷", "日\uFE0F",
        "か\u3099", "’", "\uD83D", "\uDC00", "\u20DD", "ש\u05B0", "\u0E33",
    ];

    [Fact]
    public void Boundaries_are_those_of_the_whole_text() => Gen.OneOf(Gen.OneOf(Pieces).Array[0, 20].Select(string.Concat), NastyText.Any).Sample(text =>
    {
        int[] boundaries = [0, .. StringInfo.ParseCombiningCharacters(text), text.Length];
        for (var i = 0; i <= text.Length; i++)
        {
            Assert.Equal(boundaries.Contains(i), Graphemes.IsBoundary(text, i));
            Assert.Equal(boundaries.Where(boundary => boundary <= i).Max(), Graphemes.Floor(text, i));
            Assert.Equal(boundaries.Where(boundary => boundary >= i).Min(), Graphemes.Ceiling(text, i));
        }
    }, iter: 4000);
}
