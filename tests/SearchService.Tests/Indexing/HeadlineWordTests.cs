using CsCheck;
using SearchService.Analysis;
using SearchService.Indexing;
using SearchService.Tests.Support;

namespace SearchService.Tests.Indexing;

public sealed class HeadlineWordTests
{
    [Theory]
    [InlineData("Ce que dit Emmanuel Macron", "dit, emmanuel:Emmanuel, macron:Macron")]
    [InlineData("Une année d'élections", "annee:année, elections:élections")]
    [InlineData("L'Otan et l'ONU", "onu:ONU, otan:Otan")]
    [InlineData("Les œufs de 2024: 12 G7", "g7:G7, oeufs:œufs")]
    [InlineData("Le prix est dû", "prix")]
    [InlineData("Grève à Saint-Denis", "denis:Denis, greve:grève, saint:Saint, saintdenis:Saint-Denis")]
    [InlineData("Saint-Denis attend", "attend, denis:Denis, saint, saintdenis:Saint-Denis")]
    [InlineData("Porte-avions en mer", "avions, mer, porte, porteavions:porte-avions")]
    [InlineData("LE PROCES DE PARIS", "paris?, proces?")]
    [InlineData("日本 𐐀𐐀 a b", "")]
    public void A_word_stands_with_its_spelling_where_the_place_tells_it(string headline, string words)
    {
        Dictionary.Required();
        Assert.Equal(words, string.Join(", ", Words(headline).Order(StringComparer.Ordinal)));
    }

    [Fact]
    public void A_word_is_named_once() => Assert.Equal(["macron:Macron"], Words("À Macron, de Macron et Macron"));

    [Fact]
    public void What_is_written_is_read_back_and_folds_to_its_form() => NastyText.WellFormed.Sample(
        headline =>
        {
            var analysis = new FrenchText();
            analysis.Analyze(headline);
            foreach (var (form, written) in HeadlineWord.AllIn(headline, analysis).Select(HeadlineWord.Parse))
            {
                Assert.NotEmpty(form);
                Assert.DoesNotContain('\u0001', form);
                Assert.True(written is null || string.Concat(Characters.Folded(written).Where(char.IsLetterOrDigit)) == form, $"{form} {written}");
            }
        },
        iter: 2000);

    private static IEnumerable<string> Words(string headline)
    {
        var analysis = new FrenchText();
        analysis.Analyze(headline);
        return HeadlineWord.AllIn(headline, analysis).Select(HeadlineWord.Parse)
            .Select(word => word.Written is null ? word.Form + "?" : word.Written == word.Form ? word.Form : $"{word.Form}:{word.Written}");
    }
}
