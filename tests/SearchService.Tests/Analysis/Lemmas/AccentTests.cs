using SearchService.Tests.Support;

namespace SearchService.Tests.Analysis.Lemmas;

public sealed class AccentTests
{
    public AccentTests() => Dictionary.Required();

    [Theory]
    [InlineData("peche", "pêche")]
    [InlineData("peche", "pécher")]
    [InlineData("eleves", "élève")]
    [InlineData("senat", "sénat")]
    [InlineData("ministere", "ministère")]
    [InlineData("president", "président")]
    [InlineData("evenement", "événement")]
    [InlineData("noel", "noël")]
    [InlineData("Quebec", "québec")]
    [InlineData("quebec", "québec")]
    [InlineData("Pekin", "pékin")]
    [InlineData("Bresil", "brésil")]
    [InlineData("Etat", "état")]
    [InlineData("ETAT", "état")]
    [InlineData("ÉTAT", "état")]
    [InlineData("SENAT", "sénat")]
    [InlineData("DEPUTE", "député")]
    [InlineData("presqu'ile", "presquîle")]
    [InlineData("coeur", "coeur")]
    public void A_missing_accent_is_restored(string text, string lemma) => Assert.Contains(lemma, Terms.Lemma(text).Split('|'));

    [Theory]
    [InlineData("mais", "mais")]
    [InlineData("sur", "sur")]
    [InlineData("ou", "ou")]
    [InlineData("cote", "cote")]
    [InlineData("marche", "marche|marcher")]
    [InlineData("paris", "pari")]
    [InlineData("MAÏS", "maïs")]
    public void An_accent_is_not_restored_where_the_word_stands_without(string text, string lemmas) => Assert.Equal(lemmas, Terms.Lemma(text));

    [Theory]
    [InlineData("MAIS", "mais|maïs")]
    public void Capitals_without_accents_are_every_word_they_may_be(string text, string lemmas) => Assert.Equal(lemmas, Terms.Lemma(text));

    [Theory]
    [InlineData("JOURNAUX", "journal")]
    [InlineData("GUERRE", "guerre")]
    [InlineData("DÉPUTÉ", "député")]
    [InlineData("FRANCE", "france")]
    [InlineData("ETATS", "état")]
    public void All_capitals_are_a_word_like_any_other(string text, string lemma) => Assert.Equal(lemma, Terms.Lemma(text));

    [Theory]
    [InlineData("ONU", "onu")]
    [InlineData("SMIC", "smic")]
    public void Capitals_of_an_acronym_keep_its_letters_first(string text, string lemma) => Assert.Equal(lemma, Terms.Lemma(text).Split('|')[0]);

    [Theory]
    [InlineData("EU", "EU")]
    [InlineData("MES", "MES")]
    [InlineData("CE", "CE")]
    [InlineData("EST", "EST|est")]
    public void Capitals_of_an_acronym_spelled_like_a_word_stay_capitals(string text, string lemmas) => Assert.Equal(lemmas, Terms.Lemma(text));

    [Theory]
    [InlineData("MES AMIS")]
    [InlineData("CE MAIRE EST EN FUITE")]
    public void In_a_text_of_capitals_they_say_nothing(string text)
    {
        var lemmas = Terms.Lemma(text);
        Assert.Equal(lemmas.ToLowerInvariant(), lemmas);
    }

    [Theory]
    [InlineData("AI", "avoir")]
    [InlineData("EU", "avoir")]
    [InlineData("EST", "être")]
    public void Short_capitals_are_no_verb(string text, string verb) => Assert.DoesNotContain(verb, Terms.Lemma(text).Split('|'));
}
