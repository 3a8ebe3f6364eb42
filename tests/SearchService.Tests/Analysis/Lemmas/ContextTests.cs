using SearchService.Tests.Support;

namespace SearchService.Tests.Analysis.Lemmas;

public sealed class ContextTests
{
    public ContextTests() => Dictionary.Required();

    [Theory]
    [InlineData("la porte", "porte")]
    [InlineData("il porte", "porter")]
    [InlineData("les avions", "avion")]
    [InlineData("nous avions", "avoir")]
    [InlineData("nous portions", "porter")]
    [InlineData("les portions", "portion")]
    [InlineData("a marché", "marcher")]
    [InlineData("le marché", "marché")]
    [InlineData("en marchant", "marcher")]
    [InlineData("le vote", "vote")]
    [InlineData("ils votent", "voter")]
    [InlineData("elle vote", "voter")]
    [InlineData("la marche", "marche")]
    [InlineData("elle marche", "marcher")]
    [InlineData("les sommes", "somme")]
    [InlineData("nous sommes", "être")]
    [InlineData("sa joue", "joue")]
    [InlineData("il joue", "jouer")]
    [InlineData("une livre", "livre")]
    [InlineData("il livre", "livrer")]
    [InlineData("le juge", "juge")]
    [InlineData("qui juge", "juger")]
    [InlineData("des faits", "fait")]
    [InlineData("il a fait", "faire")]
    [InlineData("ne porte", "porter")]
    [InlineData("sans porte", "porte")]
    public void The_word_before_decides_between_noun_and_verb(string text, string lemma) => Assert.Equal(lemma, Terms.LastLemma(text));

    [Theory]
    [InlineData("il la porte", "porter")]
    [InlineData("elle les juge", "juger")]
    [InlineData("qui le livre", "livrer")]
    [InlineData("avec la porte", "porte")]
    public void Behind_a_subject_an_article_is_a_pronoun(string text, string lemma) => Assert.Equal(lemma, Terms.LastLemma(text));

    [Theory]
    [InlineData("l'été", "été")]
    [InlineData("cet été", "été")]
    [InlineData("en été", "été")]
    [InlineData("a été", "être")]
    [InlineData("ont été", "être")]
    [InlineData("aurait été", "être")]
    public void Summer_is_not_been(string text, string lemma) => Assert.Equal(lemma, Terms.LastLemma(text));

    [Theory]
    [InlineData("l'Est", "est")]
    [InlineData("à l'est", "est")]
    [InlineData("il est", "être")]
    [InlineData("qui est", "être")]
    [InlineData("n'est", "être")]
    public void East_is_not_is(string text, string lemma) => Assert.Equal(lemma, Terms.LastLemma(text));

    [Theory]
    [InlineData("il. Porte", "porte|porter")]
    [InlineData("il : porte", "porte|porter")]
    public void A_word_of_another_sentence_says_nothing(string text, string lemmas) => Assert.Equal(lemmas, Terms.LastLemma(text));

    [Theory]
    [InlineData("d'avance", "avance")]
    [InlineData("s'avance", "avancer")]
    [InlineData("qu'avance", "avancer|avance")]
    public void An_elided_word_decides_like_a_full_one(string text, string lemmas) => Assert.Equal(lemmas, Terms.LastLemma(text));

    [Fact]
    public void The_exact_form_knows_no_context() => Assert.Equal("il la porte la porte", Terms.Exact("Il la porte, la porte"));
}
