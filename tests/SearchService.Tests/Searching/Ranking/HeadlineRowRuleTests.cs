using SearchService.Tests.Support;

namespace SearchService.Tests.Searching.Ranking;

/// <summary>An article whose headline holds the query as a row of words comes before one with the same words elsewhere in the headline.</summary>
public sealed class HeadlineRowRuleTests : RankingRules
{
    [Theory]
    [InlineData("cyclone tropical")]
    [InlineData("cyclones tropicaux")]
    public void The_row_in_the_headline_first(string query)
    {
        Index(
            Make.Article("a-epars", "Cyclone violent partout ailleurs tropical"),
            Make.Article("b-rang", "Partout ailleurs violent cyclone tropical"));
        Assert.Equal("b-rang a-epars", Order(query));
    }

    [Fact]
    public void It_outweighs_a_repetition_in_the_text()
    {
        Index(
            Make.Article("a-texte", "Feuilleton du jour", "Un cyclone tropical, puis un autre cyclone tropical, puis un dernier cyclone tropical."),
            Make.Article("b-titre", "Un cyclone tropical aujourd’hui", "Feuilleton du jour."));
        Assert.Equal("b-titre a-texte", Order("cyclone tropical"));
    }
}
