using SearchService.Tests.Support;

namespace SearchService.Tests.Analysis.Lemmas;

public sealed class StemTests
{
    [Theory]
    [InlineData("vache", "vaches")]
    [InlineData("sanction", "sanctions")]
    [InlineData("journal", "journaux")]
    [InlineData("cheval", "chevaux")]
    [InlineData("national", "nationaux")]
    [InlineData("national", "nationale")]
    [InlineData("national", "nationales")]
    [InlineData("heureux", "heureuse")]
    [InlineData("élection", "ÉLECTIONS")]
    [InlineData("noël", "Noels")]
    [InlineData("œuf", "oeufs")]
    [InlineData("gouvernement", "gouvernements")]
    [InlineData("grand", "grandes")]
    [InlineData("sportif", "sportive")]
    [InlineData("législative", "législatives")]
    [InlineData("l'étudiant", "des étudiants")]
    public void Inflections_of_a_word_meet(string one, string other) =>
        Assert.Equal(Terms.Stem(one).Split(' ')[^1], Terms.Stem(other).Split(' ')[^1]);

    [Theory]
    [InlineData("vache", "vin")]
    [InlineData("journal", "jour")]
    [InlineData("2024", "2025")]
    [InlineData("10000", "100000")]
    [InlineData("11111", "1111111")]
    public void Different_words_stay_apart(string one, string other) => Assert.NotEqual(Terms.Stem(one), Terms.Stem(other));

    [Theory]
    [InlineData("journaux", "journaux", "journal")]
    [InlineData("Les vaches", "les vaches", "les vach")]
    [InlineData("une école", "une ecole", "un ecol")]
    [InlineData("AI", "ai", "ai")]
    public void A_text_has_these_terms(string text, string exact, string stem)
    {
        Dictionary.Required();
        Assert.Equal(exact, Terms.Exact(text));
        Assert.Equal(stem, Terms.Stem(text));
    }

    [Fact]
    public void Stop_words_are_kept() => Assert.Equal(
        "le la les un une des du de au aux et ou ne pas", Terms.Exact("le la les un une des du de au aux et ou ne pas"));
}
