using SearchService.Tests.Support;

namespace SearchService.Tests.Searching.Ranking;

/// <summary>A word that stands early in the text counts more than the same word further down: news begins with what matters.</summary>
public sealed class OpeningRuleTests : RankingRules
{
    private static readonly string Filler = string.Join(' ', Enumerable.Repeat("blanc gris noir rouge", 12)) + ".";

    [Theory]
    [InlineData("tempête")]
    [InlineData("tempêtes")]
    [InlineData("texte:tempête")]
    [InlineData("tempête jaune ocre bleue")]
    public void Early_words_before_late_ones(string query)
    {
        Index(
            Make.Article("a-suite", "Titre commun", Filler, "Tempête jaune ocre bleue."),
            Make.Article("b-ouverture", "Titre commun", "Tempête jaune ocre bleue.", Filler));
        Assert.Equal("b-ouverture a-suite", Order(query));
    }

    [Fact]
    public void The_opening_counts_most_for_a_query_that_describes_and_little_for_a_question()
    {
        Index(
            Make.Article("a-suite", "Titre commun", Filler, "Tempête jaune ocre bleue."),
            Make.Article("b-ouverture", "Titre commun", "Tempête jaune ocre bleue.", Filler));
        var described = Lead("tempête jaune ocre bleue");
        Assert.True(Lead("tempête") < described);
        Assert.True(Lead("tempête jaune ocre bleue ?") < described);

        double Lead(string query)
        {
            var scores = Scores(query);
            return scores["b-ouverture"] / scores["a-suite"];
        }
    }
}
