using SearchService.Analysis;

namespace SearchService.Tests.Analysis;

public sealed class GrammaticalWordsTests
{
    [Theory]
    [InlineData("le")]
    [InlineData("la")]
    [InlineData("une")]
    [InlineData("on")]
    [InlineData("est")]
    [InlineData("ai", false)]
    [InlineData("a")]
    [InlineData("l")]
    [InlineData("qu")]
    [InlineData("etait")]
    [InlineData("tres")]
    [InlineData("vers")]
    [InlineData("ete", false)]
    [InlineData("avions", false)]
    [InlineData("guerre", false)]
    [InlineData("sommes", false)]
    [InlineData("", false)]
    public void A_word_is_grammatical_or_not(string exact, bool grammatical = true) =>
        Assert.Equal(grammatical, GrammaticalWords.Contains(exact));

    [Fact]
    public void The_list_holds_exact_terms() => Assert.False(GrammaticalWords.Contains("était") || GrammaticalWords.Contains("Le"));

    [Fact]
    public void Comments_of_the_list_are_no_words() => Assert.False(GrammaticalWords.Contains("grammar"));
}
