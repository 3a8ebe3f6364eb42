using SearchService.Searching;
using SearchService.Tests.Support;

namespace SearchService.Tests.Searching.Ranking;

/// <summary>When any word is enough, an article with more of the words comes before one with fewer.</summary>
public sealed class MoreWordsRuleTests : RankingRules
{
    [Theory]
    [InlineData(SearchOperator.Any)]
    [InlineData(SearchOperator.Auto)]
    public void More_words_before_fewer(SearchOperator words)
    {
        Index(
            Make.Article("a-un", "Rouge gris beige"),
            Make.Article("b-deux", "Rouge vert beige"),
            Make.Article("c-un", "Bleu gris beige"),
            Make.Article("d-deux", "Vert bleu beige"),
            Make.Article("e-un", "Vert gris beige"));
        var order = Order("rouge vert bleu violacé", words).Split(" ");
        Assert.Equal(["b-deux", "d-deux"], order[..2].Order());
        Assert.Equal(5, order.Length);
    }
}
