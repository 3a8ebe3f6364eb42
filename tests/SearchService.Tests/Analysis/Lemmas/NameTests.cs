using SearchService.Tests.Support;

namespace SearchService.Tests.Analysis.Lemmas;

public sealed class NameTests
{
    public NameTests() => Dictionary.Required();

    [Theory]
    [InlineData("Rennes", "rennes")]
    [InlineData("rennes", "renne")]
    [InlineData("Paris", "paris")]
    [InlineData("paris", "pari")]
    [InlineData("Tours", "tours")]
    [InlineData("tours", "tour")]
    [InlineData("Nantes", "nantes")]
    [InlineData("Marine", "marine")]
    [InlineData("France", "france")]
    [InlineData("france", "france")]
    public void A_capital_decides_between_a_name_and_a_word(string text, string lemma) => Assert.Equal(lemma, Terms.Lemma(text));

    [Theory]
    [InlineData("Le maire de Rennes", "rennes")]
    [InlineData("les rennes du Nord", "renne")]
    [InlineData("à Tours", "tours")]
    [InlineData("deux tours", "tour")]
    public void So_it_does_in_a_sentence(string text, string lemma) => Assert.Contains(lemma, Terms.Lemma(text).Split(' '));

    [Theory]
    [InlineData("Macron", "macron")]
    [InlineData("à Bakhmouts", "bakhmouts")]
    [InlineData("de Zelenskys", "zelenskys")]
    [InlineData("en Transnistries", "transnistries")]
    public void A_name_that_nobody_knows_keeps_its_end(string text, string lemma) => Assert.Equal(lemma, Terms.LastLemma(text));

    [Theory]
    [InlineData("Macronistes", "macronistes|macroniste")]
    [InlineData("les Macronistes", "macronistes")]
    public void At_the_start_of_a_sentence_an_unknown_word_may_be_both(string text, string lemmas) => Assert.Equal(lemmas, Terms.LastLemma(text));

    [Theory]
    [InlineData("l'Assemblée", "assemblée")]
    [InlineData("la Marche", "marche")]
    [InlineData("le Conseil", "conseil")]
    [InlineData("les Bleus", "bleu")]
    public void A_capital_in_the_middle_makes_a_noun(string text, string lemma) => Assert.Equal(lemma, Terms.LastLemma(text));

    [Theory]
    [InlineData("macronistes", "macroniste")]
    [InlineData("podcasts", "podcast")]
    [InlineData("tiktokeuses", "tiktokeur")]
    [InlineData("zadistes", "zadiste")]
    public void An_unknown_word_loses_a_plain_ending(string text, string lemma) => Assert.Equal(lemma, Terms.Lemma(text));

    [Theory]
    [InlineData("antiterroristes", "antiterroriste")]
    [InlineData("cyberattaques", "cyberattaque")]
    [InlineData("microélectroniques", "microelectronique")]
    public void An_unknown_word_is_read_through_its_prefix(string text, string lemma) =>
        Assert.Equal(lemma, Characters(Terms.Lemma(text).Split('|')[0]));

    [Theory]
    [InlineData("anti-terroriste", "antiterroristes")]
    [InlineData("cyber-attaque", "cyberattaques")]
    [InlineData("porte-avions", "porte-avion")]
    [InlineData("sous-préfets", "sous-préfète")]
    [InlineData("ex-ministres", "ex-ministre")]
    [InlineData("vice-présidente", "vice-président")]
    [InlineData("chefs-d'œuvre", "chef-d'oeuvre")]
    [InlineData("rendez-vous", "RENDEZ-VOUS")]
    [InlineData("nord-coréennes", "nord-coréen")]
    public void A_hyphenated_word_has_a_joined_form(string one, string other)
    {
        var terms = SearchService.Analysis.TextAnalysis.Analyze(one, SearchService.Analysis.AnalysisLevel.Lemma);
        var compound = Assert.Single(terms, token => token.Kind == SearchService.Analysis.TermKind.Compound);
        Assert.Equal((0, one.Length, 0), (compound.Start, compound.End, compound.Position));
        Assert.Contains(compound.Term, Terms.Lemma(other).Split(' ', '|'));
    }

    [Theory]
    [InlineData("dit-il", "dire il")]
    [InlineData("va-t-on", "aller t on")]
    [InlineData("a-t-elle", "avoir t elle")]
    [InlineData("est-ce", "être ce")]
    [InlineData("celui-ci", "celui ci")]
    [InlineData("dit\u2011elle", "dire elle")]
    public void A_verb_with_its_pronoun_has_none(string text, string lemmas) => Assert.Equal(lemmas, Terms.Lemma(text));

    private static string Characters(string text) => SearchService.Analysis.Characters.Folded(text);
}
