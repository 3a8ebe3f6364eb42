using SearchService.Analysis.Lemmas;

namespace SearchService.Tests.Analysis.Lemmas;

public sealed class DerivationalStemmerTests
{
    [Theory]
    [InlineData("école", "ecol")]
    [InlineData("vache", "vach")]
    [InlineData("journal", "journal")]
    [InlineData("œil", "oeil")]
    [InlineData("a", "a")]
    [InlineData("日", "日")]
    public void A_lemma_has_a_stem_without_accents(string lemma, string stem) => Assert.Equal(stem, DerivationalStemmer.Stem(lemma));

    [Theory]
    [InlineData("gouvernement", "gouverner")]
    [InlineData("national", "nationalement")]
    public void Words_of_one_family_may_meet(string one, string other) => Assert.Equal(DerivationalStemmer.Stem(one), DerivationalStemmer.Stem(other));
}
