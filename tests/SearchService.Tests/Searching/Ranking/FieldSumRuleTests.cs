using SearchService.Tests.Support;

namespace SearchService.Tests.Searching.Ranking;

/// <summary>Occurrences in all fields are added up before they are dampened (BM25F): an article that names a word once in its headline and once in its text does not beat one of equal length whose headline names it as well and whose text names it eight times, and its advantage over one that names it in the headline alone is smaller than what the headline gives.</summary>
public sealed class FieldSumRuleTests : RankingRules
{
    [Fact]
    public void Once_in_each_field_does_not_beat_an_article_that_is_about_the_word()
    {
        Index(
            Make.Article("a-partout", "Tempête jaune ocre", "Tempête en mer et rien d autre à dire ici ce matin non plus.", "Blanc gris noir rouge."),
            Make.Article("b-sujet", "Tempête jaune ocre", "Tempête en mer, tempête à terre, tempête ici, tempête là, tempête encore.", "Tempête tempête tempête."));
        Assert.Equal("b-sujet a-partout", Order("tempête"));
    }

    [Fact]
    public void A_second_field_adds_less_than_the_first_gave()
    {
        Index(
            Make.Article("a-titre", "Tempête jaune ocre", "Vent en mer et rien de plus."),
            Make.Article("b-deux", "Tempête jaune ocre", "Tempête en mer et rien de plus."),
            Make.Article("c-texte", "Vent jaune ocre", "Tempête en mer et rien de plus."));
        var scores = Scores("tempête");
        Assert.True(scores["b-deux"] > scores["a-titre"]);
        Assert.True(scores["b-deux"] < scores["a-titre"] + scores["c-texte"]);
        Assert.True(scores["b-deux"] - scores["a-titre"] < scores["a-titre"]);
    }
}
