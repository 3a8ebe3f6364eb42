using CsCheck;
using SearchService.Searching.Highlighting;
using SearchService.Tests.Support;

namespace SearchService.Tests.Searching.Highlighting;

public sealed class SentencesTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("  ", "")]
    [InlineData("Sans point", "Sans point")]
    [InlineData(" Un. Deux ! Trois ? Quatre… Cinq... Six. ", "Un.|Deux !|Trois ?|Quatre…|Cinq...|Six.")]
    [InlineData("Vraiment ?! Oui. 12 morts. É", "Vraiment ?!|Oui.|12 morts.|É")]
    [InlineData("Une ligne\nUne autre", "Une ligne|Une autre")]
    [InlineData("Il vient.Elle part. On verra", "Il vient.Elle part.|On verra")]
    public void Sentences_end_at_stops(string text, string sentences) => Check(text, sentences);

    [Theory]
    [InlineData("M. Dupont et Mme. Durand. Ils partent.", "M. Dupont et Mme. Durand.|Ils partent.")]
    [InlineData("MM. A. Martin et J.-P. Petit, Dr. Grand. Fin.", "MM. A. Martin et J.-P. Petit, Dr. Grand.|Fin.")]
    [InlineData("En 52 av. J.-C. César gagne. Puis Rome.", "En 52 av. J.-C. César gagne.|Puis Rome.")]
    [InlineData("Le no. 5, art. 12, p. 3. Le 1er. Fin.", "Le no. 5, art. 12, p. 3.|Le 1er.|Fin.")]
    [InlineData("Il aime l'art. Ils étaient sept. Fin", "Il aime l'art.|Ils étaient sept.|Fin")]
    [InlineData("Suivez-me. Le reste.", "Suivez-me.|Le reste.")]
    [InlineData("Fruits, légumes, etc. Le marché ferme. Riz etc. et pain.", "Fruits, légumes, etc.|Le marché ferme.|Riz etc. et pain.")]
    [InlineData("1. Le texte. 2. La suite.", "1. Le texte.|2. La suite.")]
    [InlineData("Un taux de 3.5 et 10.000 euros en 2025. Le reste.", "Un taux de 3.5 et 10.000 euros en 2025.|Le reste.")]
    [InlineData("À 20 h. Le train part.", "À 20 h.|Le train part.")]
    public void Abbreviations_initials_and_numbers_do_not(string text, string sentences) => Check(text, sentences);

    [Theory]
    [InlineData("« Quoi ? » demande-t-il. Rien.", "« Quoi ? » demande-t-il.|Rien.")]
    [InlineData("« Il vient. » Elle part.", "« Il vient. »|Elle part.")]
    [InlineData("« Il vient.\u00A0» Elle", "« Il vient.\u00A0»|Elle")]
    [InlineData("\"Il vient.\" \"Elle part.\" Fin", "\"Il vient.\"|\"Elle part.\"|Fin")]
    [InlineData("Il dit (oui.) Elle part. (Non.) Fin", "Il dit (oui.)|Elle part.|(Non.)|Fin")]
    [InlineData("Il dit (…) Non. [...] Fin", "Il dit (…) Non.|[...] Fin")]
    [InlineData("Oui... mais non ! – une première – dit-il", "Oui... mais non ! – une première – dit-il")]
    [InlineData("Oui. — Non. — « Si. »", "Oui.|— Non.|— « Si. »")]
    [InlineData("Il part. « Enfin », dit-elle.", "Il part.|« Enfin », dit-elle.")]
    public void Quotes_belong_to_their_sentence(string text, string sentences) => Check(text, sentences);

    [Fact]
    public void Nothing_but_spaces_is_lost_whatever_the_text() => NastyText.Any.Sample(text =>
    {
        var at = 0;
        foreach (var (start, end) in Sentences.Split(text))
        {
            Assert.True(at <= start && start < end && end <= text.Length);
            Assert.True(string.IsNullOrWhiteSpace(text[at..start]));
            Assert.True(Graphemes.IsBoundary(text, start) && Graphemes.IsBoundary(text, end));
            at = end;
        }

        Assert.True(string.IsNullOrWhiteSpace(text[at..]));
    }, iter: 5000);

    private static void Check(string text, string sentences) =>
        Assert.Equal(sentences, string.Join('|', Sentences.Split(text).Select(sentence => text[sentence.Start..sentence.End])));
}
