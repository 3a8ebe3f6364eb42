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
    [InlineData("était")]
    [InlineData("très")]
    [InlineData("vers")]
    [InlineData("été", false)]
    [InlineData("avions", false)]
    [InlineData("mais")]
    [InlineData("maïs", false)]
    [InlineData("sur")]
    [InlineData("sûr", false)]
    [InlineData("guerre", false)]
    [InlineData("sommes", false)]
    [InlineData("", false)]
    public void A_word_is_grammatical_or_not(string spelled, bool grammatical = true) =>
        Assert.Equal(grammatical, GrammaticalWords.Contains(spelled));

    [Fact]
    public void The_list_holds_words_in_lower_case_with_their_accents() =>
        Assert.False(GrammaticalWords.Contains("etait") || GrammaticalWords.Contains("Le"));

    [Fact]
    public void Comments_of_the_list_are_no_words() => Assert.False(GrammaticalWords.Contains("grammar"));
}
