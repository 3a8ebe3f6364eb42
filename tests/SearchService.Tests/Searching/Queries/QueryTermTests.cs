using SearchService.Analysis;
using SearchService.Searching.Queries;
using SearchService.Tests.Support;

namespace SearchService.Tests.Searching.Queries;

/// <summary>What becomes of the words of a query: compounds, numbers, synonyms, words of grammar.</summary>
public sealed class QueryTermTests
{
    [Theory]
    [InlineData("10 000 euros", "10000, euros")]
    [InlineData("10.000 euros", "10000, euros")]
    [InlineData("à 20 h 30", "(a), 20h30")]
    [InlineData("50% des voix", "50, %, (des), voix")]
    [InlineData("G 7 à Évian", "g7, (a), evian")]
    [InlineData("article 49.3", "article, 49.3")]
    [InlineData("aujourd hui", "aujourdhui")]
    [InlineData("U.S.A. élections", "usa, elections")]
    public void Numbers_and_words_with_spaces_are_one_term(string text, string terms) => Assert.Equal(terms, Terms(text));

    [Theory]
    [InlineData("porte-avions", "porte avions together")]
    [InlineData("les porte-avions français", "(les), porte avions together, francais")]
    [InlineData("arc-en-ciel", "arc en ciel together")]
    [InlineData("l'eau-de-vie", "eau de vie together")]
    [InlineData("49-3", "49 3 together")]
    [InlineData("Saint-Jean-d'Angély", "saint jean angely together")]
    [InlineData("al-Assad", "assad")]
    [InlineData("porte - avions", "porte, avions")]
    public void The_parts_of_a_hyphenated_word_stay_together(string text, string terms) => Assert.Equal(terms, Terms(text));

    [Theory]
    [InlineData("Macron va-t-il partir", "macron, va, (t), (il), partir")]
    [InlineData("dit-elle vrai", "dit, (elle), vrai")]
    [InlineData("celui-ci gagne", "(celui), (ci), gagne")]
    [InlineData("rendez-vous manqué", "rendez vous together, manque")]
    public void A_verb_and_its_pronoun_need_not_stand_together(string text, string terms)
    {
        Dictionary.Required();
        Assert.Equal(terms, Terms(text));
    }

    [Theory]
    [InlineData("maïs transgénique", "mais, transgenique")]
    [InlineData("mais transgénique", "(mais), transgenique")]
    [InlineData("sûr métier", "sur, metier")]
    [InlineData("sur métier", "(sur), metier")]
    [InlineData("MAIS transgénique", "mais, transgenique")]
    [InlineData("été chaud", "ete, chaud")]
    [InlineData("pas chaud", "pas, chaud")]
    [InlineData("Sur métier", "(sur), metier")]
    [InlineData("loi EST", "loi, est")]
    [InlineData("loi est", "loi, (est)")]
    public void Accents_and_capitals_tell_words_of_grammar_from_others(string text, string terms) => Assert.Equal(terms, Terms(text));

    [Theory]
    [InlineData("tacot", "tacot = bagnole|vieux guimbarde")]
    [InlineData("les tacots rouges", "(les), tacots = bagnole|vieux guimbarde, rouges")]
    [InlineData("vieille guimbarde rouge", "vieille guimbarde = bagnole|tacot, rouge")]
    [InlineData("vieille rouge guimbarde", "vieille, rouge, guimbarde")]
    [InlineData("bagnole", "bagnole = tacot|vieux guimbarde")]
    [InlineData("\"bagnole\"", "")]
    public void Synonyms_stand_beside_the_words_as_typed(string text, string terms)
    {
        Dictionary.Required();
        Assert.Equal(terms, Terms(text, "bagnole, tacot, vieille guimbarde"));
    }

    [Theory]
    [InlineData("porte-avions", "porte avions together = porteavion|navire")]
    [InlineData("les porte-avions", "(les), porte avions together = porteavion|navire")]
    [InlineData("navire", "navire = porte avion")]
    public void A_hyphenated_word_has_its_joined_form_and_its_synonyms(string text, string terms)
    {
        Dictionary.Required();
        Assert.Equal(terms, Terms(text, "porte-avions, navire", joined: true));
    }

    [Fact]
    public void A_synonym_ends_inside_no_hyphenated_word() =>
        Assert.Equal("grand porte avions together".Replace("grand ", "grand, "), Terms("grand porte-avions", "grand porte => portail"));

    [Theory]
    [InlineData("peche", "pêche")]
    [InlineData("rennes", "rennes")]
    [InlineData("rennes", "renne")]
    [InlineData("ete", "été")]
    [InlineData("macronistes", "macroniste")]
    public void A_word_looks_for_every_lemma_that_careful_texts_may_have(string text, string lemma)
    {
        Dictionary.Required();
        Assert.Contains(lemma, Assert.Single(Clauses.Terms(From(text, ""))).Words[0].Lemmas);
    }

    [Theory]
    [InlineData("chat -tacot", "tacot")]
    [InlineData("chat -porte-avions", "porte avions together")]
    public void What_is_excluded_has_no_synonyms(string text, string excluded) =>
        Assert.Equal(excluded, string.Join(", ", Clauses.Excluded(From(text, "bagnole, tacot")).OfType<QueryTerm>().Select(term => Show(term, joined: false))));

    [Theory]
    [InlineData("chat chat", 1)]
    [InlineData("chat Chat CHAT", 1)]
    [InlineData("chat chats", 2)]
    [InlineData("porte-avions porte-avions", 1)]
    public void A_form_typed_twice_is_searched_once(string text, int count) => Assert.Equal(count, Clauses.Terms(From(text, "")).Count);

    [Fact]
    public void Words_on_both_sides_of_a_phrase_are_no_neighbours() => Assert.Equal("10, 000", Terms("10 \"mot\" 000"));

    [Fact]
    public void Terms_beyond_the_limit_are_cut()
    {
        var query = AnalyzedQuery.From(QueryParser.Parse("un/deux/trois quatre", 256), SynonymMap.Empty, maxTerms: 3);
        Assert.True(query.Cut);
        Assert.Equal(3, Clauses.Terms(query).Count);
    }

    private static AnalyzedQuery From(string text, string synonyms) => AnalyzedQuery.From(QueryParser.Parse(text, 256), SynonymMap.Read([synonyms], "essai"));

    private static string Terms(string text, string synonyms = "", bool joined = false) =>
        string.Join(", ", Clauses.Terms(From(text, synonyms)).Select(term => Show(term, joined)));

    /// <summary>A term by its folded forms; in parentheses if it is optional.</summary>
    private static string Show(QueryTerm term, bool joined)
    {
        var alternatives = term.Alternatives.Where(phrase => joined || !term.Together).Select(phrase => phrase.ToString()).ToArray();
        var shown = term.Exact + (term.Together ? " together" : "") + (alternatives.Length > 0 ? " = " + string.Join('|', alternatives) : "");
        return term.Optional ? $"({shown})" : shown;
    }
}
