using System.Net;
using CsCheck;
using SearchService.Searching.Highlighting;
using SearchService.Tests.Support;

namespace SearchService.Tests.Searching.Highlighting;

public sealed class HtmlTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("l'été", "l'été")]
    [InlineData("<b>&amp;\"</b>", "&lt;b&gt;&amp;amp;&quot;&lt;/b&gt;")]
    [InlineData("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;")]
    public void Text_is_escaped(string text, string html) => Assert.Equal(html, Html.Mark(text, []));

    [Fact]
    public void Stretches_are_marked() => Assert.Equal(
        "<mark>a</mark>&lt;<mark>b&amp;</mark><mark>c</mark>", Html.Mark("a<b&c", [(0, 1), (2, 4), (4, 5)]));

    [Fact]
    public void Without_its_marks_the_HTML_says_the_text_whatever_it_holds() => Gen.Select(NastyText.Any, Gen.Int[0, 12].Array[0, 6]).Sample(
        (text, steps) =>
        {
            var html = Html.Mark(text, [.. Stretches(text.Length, steps)]);
            var plain = html.Replace("<mark>", "", StringComparison.Ordinal).Replace("</mark>", "", StringComparison.Ordinal);
            Assert.Equal(text, WebUtility.HtmlDecode(plain));
            Assert.DoesNotContain('<', plain);
            Assert.DoesNotContain('>', plain);
            Assert.DoesNotContain('"', plain);
        }, iter: 3000);

    private static IEnumerable<(int Start, int End)> Stretches(int length, int[] steps)
    {
        var at = 0;
        foreach (var pair in steps.Chunk(2).Where(pair => pair.Length == 2))
        {
            var start = Math.Min(length, at + pair[0]);
            at = Math.Min(length, start + pair[1]);
            yield return (start, at);
        }
    }
}
