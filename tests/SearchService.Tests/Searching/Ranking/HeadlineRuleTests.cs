using SearchService.Tests.Support;

namespace SearchService.Tests.Searching.Ranking;

/// <summary>A word in the headline counts more than the same word in the text.</summary>
public sealed class HeadlineRuleTests : RankingRules
{
    [Theory]
    [InlineData("tempête")]
    [InlineData("tempêtes")]
    [InlineData("TEMPETE")]
    [InlineData("\"tempête\"")]
    [InlineData("=tempête")]
    [InlineData("tempê*")]
    public void Headline_before_text(string query)
    {
        Index(
            Make.Article("a-texte", "Vent jaune ocre", "Une tempête arrive dans la baie."),
            Make.Article("b-titre", "Tempête jaune ocre", "Un vent arrive dans la baie."));
        Assert.Equal("b-titre a-texte", Order(query));
    }

    [Fact]
    public void A_headline_alone_before_a_text()
    {
        Index(Make.Article("a-texte", "Vent jaune ocre", "Une tempête arrive dans la baie."), Make.Article("b-titre", "Tempête jaune ocre"));
        Assert.Equal("b-titre a-texte", Order("tempête"));
    }
}
