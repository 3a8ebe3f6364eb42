using SearchService.Analysis.Lemmas;
using SearchService.Tests.Support;

namespace SearchService.Tests.Analysis.Lemmas;

public sealed class NumeralTests
{
    [Theory]
    [InlineData("II", 2)]
    [InlineData("IV", 4)]
    [InlineData("XIV", 14)]
    [InlineData("XXI", 21)]
    [InlineData("XXXIX", 39)]
    [InlineData("I", 0)]
    [InlineData("V", 0)]
    [InlineData("X", 0)]
    [InlineData("IIII", 0)]
    [InlineData("VX", 0)]
    [InlineData("IIX", 0)]
    [InlineData("XL", 0)]
    [InlineData("XXXX", 0)]
    [InlineData("VIP", 0)]
    [InlineData("ii", 0)]
    [InlineData("", 0)]
    public void Roman_numerals_are_read_if_they_are_written_well(string word, int number) => Assert.Equal(number, Numerals.RomanNumber(word));

    [Theory]
    [InlineData("1er", "premier 1e")]
    [InlineData("1re", "premier 1e")]
    [InlineData("1ère", "premier 1e")]
    [InlineData("2e", "deuxième 2e")]
    [InlineData("2nd", "deuxième 2e")]
    [InlineData("3ème", "troisième 3e")]
    [InlineData("17e", "17e")]
    [InlineData("20e", "vingtième 20e")]
    [InlineData("21e", "21e")]
    [InlineData("2025e", "2025e")]
    [InlineData("Ier", "premier 1e")]
    [InlineData("Ve", "cinquième 5e")]
    [InlineData("XXe", "vingtième 20e")]
    [InlineData("XXIe", "21e")]
    [InlineData("20", "")]
    [InlineData("0e", "")]
    [InlineData("XIV", "")]
    [InlineData("e", "")]
    [InlineData("20ex", "")]
    [InlineData("IIIIe", "")]
    [InlineData("12345e", "")]
    [InlineData("", "")]
    public void Ordinals_are_found_as_a_word_and_as_a_number(string word, string terms) => Assert.Equal(terms, string.Join(' ', Numerals.Ordinal(word)));

    [Theory]
    [InlineData("Louis XIV", "xiv|14")]
    [InlineData("chapitre II", "ii|2")]
    [InlineData("XXIe", "21e")]
    [InlineData("la Ve", "cinquième|5e")]
    [InlineData("le XXe", "vingtième|20e")]
    [InlineData("vingtième", "vingtième")]
    [InlineData("VIP", "vip")]
    [InlineData("XL", "xl")]
    public void They_are_so_in_texts(string text, string lemmas)
    {
        Dictionary.Required();
        Assert.Equal(lemmas, Terms.LastLemma(text));
    }

    [Fact]
    public void The_form_is_kept_as_written() => Assert.Equal("louis xiv le xxe", Terms.Exact("Louis XIV, le XXe"));
}
