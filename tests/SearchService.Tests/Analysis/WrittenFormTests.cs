using SearchService.Analysis;
using SearchService.Tests.Support;

namespace SearchService.Tests.Analysis;

public sealed class WrittenFormTests
{
    [Theory]
    [InlineData("Il aime la mer", "mer", "mer")]
    [InlineData("Mer agitée", "mer", "mer")] // a capital that only the sentence asks for
    [InlineData("L'Élysée annonce", "elysee", "Élysée")]
    [InlineData("Zelensky parle", "zelensky", "Zelensky")]
    [InlineData("Bilan: Zelensky parle", "zelensky", "Zelensky")]
    [InlineData("Bilan: trois morts", "trois", "trois")]
    [InlineData("Marine arrive", "marine", null)] // a name, or the navy
    [InlineData("Avec Marine", "marine", "Marine")]
    [InlineData("L'OTAN décide", "otan", "OTAN")]
    [InlineData("URGENT, un séisme", "urgent", null)]
    [InlineData("SEISME A NICE", "nice", null)]
    [InlineData("Les étudiant(e)s", "etudiants", "étudiants")]
    public void The_place_tells_how_a_word_is_written(string text, string form, string? written)
    {
        Dictionary.Required();
        var analysis = new FrenchText();
        analysis.Analyze(text);
        var word = analysis.AnalyzedWords.ToArray().Single(word => word.Forms.Exact == form);

        Assert.Equal(written, WrittenForm.At(text, word, analysis.IsAllCapitals));
    }

    [Theory]
    [InlineData("election", "élection")]
    [InlineData("mer", "mer")]
    [InlineData("autriche", "Autriche")]
    [InlineData("zelensky", "zelensky")]
    public void Without_a_text_the_dictionary_tells(string form, string written)
    {
        Dictionary.Required();
        Assert.Equal(written, WrittenForm.Of(form));
    }
}
