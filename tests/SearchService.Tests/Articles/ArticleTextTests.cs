using System.Text;
using CsCheck;
using SearchService.Articles;

namespace SearchService.Tests.Articles;

/// <summary>Text from outside in the one form the program relies on.</summary>
public sealed class ArticleTextTests
{
    [Theory]
    [InlineData(null, null)]
    [InlineData("", null)]
    [InlineData(" \t\u00A0 ", null)]
    [InlineData("\u0000\u0007\u001B", null)]
    [InlineData("  Un titre ", "Un titre")]
    [InlineData("deux\nlignes", "deux lignes")]
    [InlineData("tabulation\tici", "tabulation ici")]
    [InlineData("un\u0000zéro", "un zéro")]
    [InlineData("C1\u0092ici", "C1 ici")]
    [InlineData("ligne\u2028paragraphe\u2029fin", "ligne paragraphe fin")]
    [InlineData("e\u0301te\u0301", "été")]
    [InlineData("c\u0327a", "ça")]
    [InlineData("\u212B", "Å")]
    [InlineData("œuvre d’art – 5 € …", "œuvre d’art – 5 € …")]
    [InlineData("joie 😀", "joie 😀")]
    [InlineData("20\u00A0%", "20\u00A0%")]
    public void A_text_is_cleaned(string? text, string? clean) => Assert.Equal(clean, ArticleText.Clean(text));

    [Fact]
    public void What_is_no_character_is_replaced()
    {
        // Not in the table above: an attribute cannot hold half a surrogate pair.
        Assert.Equal("mi\uFFFDlieu", ArticleText.Clean("mi\uD800lieu"));
        Assert.Equal("fin\uFFFD", ArticleText.Clean("fin\uDC00"));
        Assert.Equal("interdit \uFFFD é", ArticleText.Clean("interdit \uFFFE é"));
    }

    [Fact]
    public void Any_text_is_composed_on_one_line_and_clean_once_for_all() => Gen.String[Gen.Char, 0, 30].Sample(text =>
    {
        if (ArticleText.Clean(text) is not { } clean)
        {
            return;
        }

        Assert.True(clean.IsNormalized(NormalizationForm.FormC));
        Assert.Equal(clean.Trim(), clean);
        Assert.NotEmpty(clean);
        Assert.DoesNotContain(clean, c => char.IsControl(c) || c is '\u2028' or '\u2029');
        Assert.Equal(clean, ArticleText.Clean(clean));
    });

    [Fact]
    public void Any_text_comes_out_as_the_plain_rule_says() => Gen.String[Gen.Char['\u0020', '\u0400'], 0, 20].Sample(text =>
    {
        var slow = string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c)).Normalize(NormalizationForm.FormC).Trim();

        Assert.Equal(slow.Length == 0 ? null : slow, ArticleText.Clean(text));
    });

    [Theory]
    [InlineData("une ligne\r\n\tune autre", false)]
    [InlineData("accents éàü et “guillemets”", false)]
    [InlineData("zéro\u0000", true)]
    [InlineData("échappement\u001B[0m", true)]
    [InlineData("C1\u0085", true)]
    [InlineData("effacement\u007F", true)]
    public void Control_characters_are_those_no_text_needs(string text, bool has) => Assert.Equal(has, ArticleText.HasControlCharacters(text));
}
