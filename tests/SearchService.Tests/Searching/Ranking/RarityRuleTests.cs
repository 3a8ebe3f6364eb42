using SearchService.Searching;
using SearchService.Tests.Support;

namespace SearchService.Tests.Searching.Ranking;

/// <summary>Of two words the rarer one tells more.</summary>
public sealed class RarityRuleTests : RankingRules
{
    [Fact]
    public void The_article_with_the_rarer_word_comes_first()
    {
        Index([.. Enumerable.Range(0, 8).Select(i => Make.Article($"c-{i}", "Pluie grise partout")), Make.Article("d-rare", "Cyclone gris partout")]);
        Assert.StartsWith("d-rare c-0", Order("pluie cyclone", SearchOperator.Any));
        Assert.True(Scores("cyclone")["d-rare"] > Scores("pluie")["c-0"]);
    }
}
