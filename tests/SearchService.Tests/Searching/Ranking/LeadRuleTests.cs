using SearchService.Tests.Support;

namespace SearchService.Tests.Searching.Ranking;

/// <summary>A word in the first paragraph counts more than the same word further down.</summary>
public sealed class LeadRuleTests : RankingRules
{
    [Theory]
    [InlineData("tempête")]
    [InlineData("tempêtes")]
    [InlineData("texte:tempête")]
    public void First_paragraph_before_the_rest(string query)
    {
        Index(
            Make.Article("a-suite", "Titre commun", "Blanc gris noir rouge.", "Tempête jaune ocre bleue."),
            Make.Article("b-chapeau", "Titre commun", "Tempête jaune ocre bleue.", "Blanc gris noir rouge."));
        Assert.Equal("b-chapeau a-suite", Order(query));
    }
}
