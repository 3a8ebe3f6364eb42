using SearchService.Searching;
using SearchService.Tests.Support;

namespace SearchService.Tests.Searching.Ranking;

/// <summary>A word of grammar finds nothing beside others and weighs little: it orders articles that are otherwise alike, and no more.</summary>
public sealed class GrammarRuleTests : RankingRules
{
    [Fact]
    public void It_orders_what_is_alike()
    {
        Index(Make.Article("a-sans", "Vert pluie bleu"), Make.Article("b-avec", "Vert pluie selon"), Make.Article("c-seul", "Vert selon bleu"));
        Assert.Equal("b-avec a-sans", Order("pluie selon"));
        Assert.Equal("b-avec a-sans", Order("pluie selon", SearchOperator.Any));
    }

    [Fact]
    public void It_does_not_outweigh_a_word()
    {
        Index(
            Make.Article("a-grammaire", "Rouge selon entre contre", "Selon entre contre."),
            Make.Article("b-mot", "Rouge vert beige gris", "Texte commun ici."));
        Assert.Equal("b-mot a-grammaire", Order("rouge vert selon entre contre", SearchOperator.Any));
    }
}
