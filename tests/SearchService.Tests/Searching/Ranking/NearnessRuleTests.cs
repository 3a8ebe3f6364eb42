using SearchService.Tests.Support;

namespace SearchService.Tests.Searching.Ranking;

/// <summary>Words that are neighbours in the query count more where they are near each other in the article; words of grammar between them do not push them apart.</summary>
public sealed class NearnessRuleTests : RankingRules
{
    [Theory]
    [InlineData("chien noir")]
    [InlineData("le chien noir")]
    [InlineData("titre:feuilleton chien noir")]
    public void Near_before_apart(string query)
    {
        Index(
            Make.Article("a-loin", "Feuilleton", "Un chien court vers la grande place vide du vieux village noir."),
            Make.Article("b-pres", "Feuilleton", "Un chien noir court vers la grande place vide du vieux village."));
        Assert.Equal("b-pres a-loin", Order(query));
    }

    [Fact]
    public void The_words_of_grammar_of_the_query_take_up_places()
    {
        Index(
            Make.Article("a-loin", "Feuilleton", "Un ministre parle depuis longtemps et dit que tout va mieux à intérieur."),
            Make.Article("b-pres", "Feuilleton", "Un ministre de intérieur parle depuis longtemps et dit que tout va mieux."));
        Assert.Equal("b-pres a-loin", Order("ministre de intérieur"));
        Assert.Equal("b-pres a-loin", Order("ministre intérieur"));
    }
}
