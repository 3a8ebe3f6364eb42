using SearchService.Analysis;

namespace SearchService.Tests.Analysis;

public sealed class AnalysisLevelsTests
{
    [Theory]
    [InlineData("exact", AnalysisLevel.Exact)]
    [InlineData("stem", AnalysisLevel.Stem)]
    [InlineData("lemma", AnalysisLevel.Lemma)]
    [InlineData("", AnalysisLevel.Lemma)]
    [InlineData(null, AnalysisLevel.Lemma)]
    public void A_name_means_a_level(string? name, AnalysisLevel level) => Assert.Equal(level, AnalysisLevels.Parse(name));

    [Theory]
    [InlineData("Exact")]
    [InlineData("racine")]
    public void Other_names_mean_none(string name) => Assert.Null(AnalysisLevels.Parse(name));

    [Theory]
    [InlineData("l'avocat 😀", true)]
    [InlineData("7", true)]
    [InlineData("𝒳", true)]
    [InlineData("日", true)]
    [InlineData("😀 … ' - *", false)]
    [InlineData("", false)]
    public void Text_with_a_letter_or_a_digit_is_searchable(string text, bool searchable) =>
        Assert.Equal(searchable, Characters.AnySearchable(text));
}
