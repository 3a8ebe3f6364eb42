using SearchService.Tests.Support;

namespace SearchService.Tests.Analysis.Lemmas;

/// <summary>A small dictionary: forms that stand alone, in lower case.</summary>
public sealed class InflectionTests
{
    public InflectionTests() => Dictionary.Required();

    [Theory]
    [InlineData("journaux", "journal")]
    [InlineData("chevaux", "cheval")]
    [InlineData("travaux", "travail")]
    [InlineData("vitraux", "vitrail")]
    [InlineData("bals", "bal")]
    [InlineData("festivals", "festival")]
    [InlineData("écoles", "école")]
    [InlineData("eaux", "eau")]
    [InlineData("yeux", "oeil")]
    [InlineData("œil", "oeil")]
    [InlineData("œufs", "oeuf")]
    [InlineData("bijoux", "bijou")]
    [InlineData("prix", "prix")]
    [InlineData("avocats", "avocat")]
    public void A_plural_is_its_singular(string form, string lemma) => Assert.Equal(lemma, Terms.Lemma(form));

    [Theory]
    [InlineData("directrice", "directeur")]
    [InlineData("chanteuse", "chanteur")]
    [InlineData("nationales", "national")]
    [InlineData("nationaux", "national")]
    [InlineData("belles", "beau")]
    [InlineData("heureuse", "heureux")]
    [InlineData("sportives", "sportif")]
    [InlineData("députée", "député")]
    [InlineData("agricultrices", "agriculteur")]
    [InlineData("européennes", "européen")]
    [InlineData("première", "premier")]
    [InlineData("grandes", "grand")]
    public void A_feminine_is_its_masculine(string form, string lemma) => Assert.Equal(lemma, Terms.Lemma(form));

    [Theory]
    [InlineData("mangeait", "manger")]
    [InlineData("jetèrent", "jeter")]
    [InlineData("appelle", "appeler")]
    [InlineData("achèteront", "acheter")]
    [InlineData("manifestent", "manifester")]
    [InlineData("annonçait", "annoncer")]
    [InlineData("finit", "finir")]
    [InlineData("finissent", "finir")]
    [InlineData("réunirait", "réunir")]
    [InlineData("prendra", "prendre")]
    [InlineData("pris", "prendre")]
    [InlineData("construit", "construire")]
    [InlineData("craint", "craindre")]
    [InlineData("rendront", "rendre")]
    [InlineData("peuvent", "pouvoir")]
    [InlineData("veulent", "vouloir")]
    [InlineData("devrait", "devoir")]
    public void A_conjugated_verb_is_its_infinitive(string form, string lemma) => Assert.Equal(lemma, Terms.Lemma(form));

    [Theory]
    [InlineData("va", "aller")]
    [InlineData("vont", "aller")]
    [InlineData("ira", "aller")]
    [InlineData("eut", "avoir")]
    [InlineData("fut", "être")]
    [InlineData("seront", "être")]
    [InlineData("née", "naître")]
    [InlineData("vécut", "vivre")]
    [InlineData("mourut", "mourir")]
    [InlineData("sut", "savoir")]
    [InlineData("verra", "voir")]
    public void An_irregular_verb_is_its_infinitive(string form, string lemma) => Assert.Equal(lemma, Terms.Lemma(form));

    [Theory]
    [InlineData("vote", "vote|voter")]
    [InlineData("marche", "marche|marcher")]
    [InlineData("mort", "mort|mourir")]
    [InlineData("élus", "élu|élire")]
    [InlineData("prises", "prise|prendre")]
    public void A_form_of_two_words_is_both_the_likely_one_first(string form, string lemmas) => Assert.Equal(lemmas, Terms.Lemma(form));

    [Theory]
    [InlineData("couvent", "couvent")]
    [InlineData("président", "président")]
    [InlineData("mesures", "mesure")]
    [InlineData("divisions", "division")]
    [InlineData("opéra", "opéra")]
    [InlineData("votes", "vote")]
    public void A_reading_that_news_never_means_is_left_out(string form, string lemma) => Assert.Equal(lemma, Terms.Lemma(form));

    [Theory]
    [InlineData("événement", "évènement")]
    [InlineData("évènements", "événement")]
    [InlineData("règlementaire", "réglementaire")]
    [InlineData("cèdera", "cédera")]
    public void Both_spellings_of_the_reform_are_one_word(string one, string other) => Assert.Equal(Terms.Lemma(one), Terms.Lemma(other));

    [Theory]
    [InlineData("journal", "jour")]
    [InlineData("vache", "vin")]
    [InlineData("pécheur", "pêcheur")]
    [InlineData("côte", "côté")]
    [InlineData("maïs", "mais")]
    [InlineData("sûr", "sur")]
    [InlineData("marché", "marche")]
    [InlineData("politesse", "politique")]
    [InlineData("universel", "université")]
    [InlineData("organe", "organisation")]
    public void Different_words_stay_apart(string one, string other) => Assert.Empty(Terms.Lemma(one).Split('|').Intersect(Terms.Lemma(other).Split('|')));
}
