using SearchService.Tests.Support;

namespace SearchService.Tests.Searching.Ranking;

/// <summary>At equal occurrences a short text comes before a long one, and a short headline before a long one.</summary>
public sealed class LengthRuleTests : RankingRules
{
    [Fact]
    public void A_short_text_before_a_long_one()
    {
        Index(
            Make.Article("a-long", "Titre commun", "Une tempête arrive. " + string.Concat(Enumerable.Repeat("Il y a beaucoup à dire sur le reste. ", 20))),
            Make.Article("b-court", "Titre commun", "Une tempête arrive."));
        Assert.Equal("b-court a-long", Order("tempête"));
    }

    [Fact]
    public void A_short_headline_before_a_long_one()
    {
        Index(Make.Article("a-long", "Tempête jaune ocre bleue grise noire"), Make.Article("b-court", "Tempête jaune"));
        Assert.Equal("b-court a-long", Order("tempête"));
    }

    [Fact]
    public void A_word_more_tells_a_headline_of_nine_words_from_one_of_ten()
    {
        Index(
            Make.Article("a-dix", "Tempête jaune ocre bleue grise noire verte rouge blanche rose"),
            Make.Article("b-neuf", "Tempête jaune ocre bleue grise noire verte rouge blanche"));
        Assert.Equal("b-neuf a-dix", Order("tempête"));
    }
}
