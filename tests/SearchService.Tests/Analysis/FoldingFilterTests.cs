using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using CsCheck;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Analysis.TokenAttributes;
using SearchService.Analysis;
using SearchService.Tests.Support;

namespace SearchService.Tests.Analysis;

/// <summary>The filter against a slow twin that works on the whole text at once.</summary>
public sealed class FoldingFilterTests
{
    private const string Invisible = "\u00AD\u200B\u200C\u200D\u2060\uFEFF";
    private const string Apostrophes = "'\u2019\u2018\u02BC\uFF07";

    private static readonly (string Letter, string Plain)[] Letters =
    [
        ("œ", "oe"), ("æ", "ae"), ("ß", "ss"), ("ø", "o"), ("ł", "l"), ("đ", "d"), ("ð", "d"), ("þ", "th"), ("ħ", "h"), ("ŧ", "t"), ("ŋ", "n"),
        ("ı", "i"),
    ];

    [Fact]
    public void It_folds_as_decomposing_stripping_and_lowering_the_whole_text_does() =>
        NastyText.WellFormed.Sample(text => Assert.Equal(Slow(text), Filter(text)), iter: 5000);

    [Fact]
    public void It_folds_each_character_as_the_twin_does()
    {
        for (var c = '\0'; c < '\uFFFE'; c++)
        {
            if (!char.IsSurrogate(c))
            {
                var folded = new StringBuilder();
                Characters.AppendFolded(folded, c);
                Assert.True(Slow(c.ToString()) == folded.ToString(), $"U+{(int)c:X4}: {folded} instead of {Slow(c.ToString())}");
            }
        }
    }

    [Fact]
    public void Folding_what_is_folded_changes_nothing() =>
        NastyText.WellFormed.Sample(text => Assert.Equal(Filter(text), Filter(Filter(text))), iter: 2000);

    [Fact]
    public void No_unit_of_UTF_16_makes_it_throw() => Gen.Char['\0', '\uFFFF'].Array[0, 20].Sample(units => Filter(new string(units)));

    private static string Filter(string text)
    {
        using var filter = new FoldingFilter(new KeywordTokenizer(new StringReader(text), Math.Max(1, text.Length)));
        var term = filter.GetAttribute<ICharTermAttribute>();
        filter.Reset();
        return filter.IncrementToken() ? term.ToString()! : "";
    }

    // Characters beyond the basic plane are left alone: no word of a news text is written with them.
    private static string Slow(string text) => Regex.Replace(text, "[^\uD800-\uDFFF]+", basic => SlowBasic(basic.Value));

    private static string SlowBasic(string text)
    {
        var visible = string.Concat(text.Where(c => !Invisible.Contains(c)));
        var stripped = string.Concat(visible.Normalize(NormalizationForm.FormKD)
            .Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
            .Select(char.ToLowerInvariant)
            .Select(c => Apostrophes.Contains(c) ? '\'' : c));
        return Letters.Aggregate(stripped, (folded, letter) => folded.Replace(letter.Letter, letter.Plain, StringComparison.Ordinal));
    }
}
