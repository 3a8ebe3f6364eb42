using SearchService.Tests.Support;

namespace SearchService.Tests.Searching.Ranking;

/// <summary>The form as typed counts more than another inflection, which counts more than a word of the same family alone would.</summary>
public sealed class FormRuleTests : RankingRules
{
    [Theory]
    [InlineData("journal", "b-singulier a-pluriel")]
    [InlineData("journaux", "a-pluriel b-singulier")]
    [InlineData("JOURNAUX", "a-pluriel b-singulier")]
    [InlineData("texte:journal", "b-singulier a-pluriel")]
    public void The_form_as_typed_comes_first(string query, string order)
    {
        Index(Make.Article("a-pluriel", "Titre commun", "Les journaux gris"), Make.Article("b-singulier", "Titre commun", "Le journal gris"));
        Assert.Equal(order, Order(query));
    }
}
