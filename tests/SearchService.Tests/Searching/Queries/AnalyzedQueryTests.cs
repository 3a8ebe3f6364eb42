using SearchService.Analysis;
using SearchService.Searching.Queries;

namespace SearchService.Tests.Searching.Queries;

public sealed class AnalyzedQueryTests
{
    [Theory]
    [InlineData("élections", "elections")]
    [InlineData("le train de Noël", "(le) train (de) noel")]
    [InlineData("l'AVOCAT", "avocat")]
    [InlineData("qu'est-ce", "(est) (ce)", true)]
    [InlineData("nord-coréen", "nord coreen")]
    [InlineData("l'île-de-France", "ile de france")]
    [InlineData("AI Act", "ai act")]
    [InlineData("loi EU", "loi eu")]
    [InlineData("plan un", "plan (un)")]
    [InlineData("plan Un", "plan (un)")]
    [InlineData("plan UN", "plan un")]
    [InlineData("A Paris", "(a) paris")]
    [InlineData("LE TRAIN", "(le) train")]
    [InlineData("la une", "(la) (une)", true)]
    [InlineData("on", "(on)", true)]
    [InlineData("qui est-il", "(qui) (est) (il)", true)]
    [InlineData("Kim Jong Un", "kim jong (un)")]
    [InlineData("été 2025", "ete 2025")]
    public void Grammatical_words_are_optional_beside_others(string text, string words, bool allRequired = false) =>
        Assert.Equal(allRequired ? words.Replace("(", "").Replace(")", "") : words, Words(From(text)));

    [Theory]
    [InlineData("\"le train\" de", "(de)", "le train")]
    [InlineData("\"train blindé\" \"L'Œuvre\"", "", "train blinde|oeuvre")]
    [InlineData("\"la\"", "", "la")]
    [InlineData("\"AI\" loi", "loi", "ai")]
    [InlineData("\"nord-coréen\"", "", "nord coreen")]
    public void In_quotes_every_word_counts(string text, string words, string phrases)
    {
        var query = From(text);
        Assert.Equal(words, Words(query));
        Assert.Equal(phrases, string.Join('|', query.Leaves.OfType<QueryPhrase>().Select(phrase => string.Join(' ', phrase.Forms))));
    }

    [Theory]
    [InlineData("chat -chien", "chien", "")]
    [InlineData("chat -le", "le", "")]
    [InlineData("chat -l'avocat", "avocat", "")]
    [InlineData("chat -nord-coréen", "nord coreen", "")]
    [InlineData("chat -nord/sud", "nord sud", "")]
    [InlineData("chat -dit-il", "dit il", "")]
    [InlineData("chat -\"gros chien\" -Médor", "medor", "gros chien")]
    public void Exclusions_are_words_or_phrases(string text, string words, string phrases)
    {
        var query = From(text);
        Assert.Equal("chat", Words(query));
        var excluded = Clauses.Excluded(query);
        Assert.Equal(words, string.Join(' ', excluded.OfType<QueryTerm>().Select(word => word.Exact)));
        Assert.Equal(phrases, string.Join('|', excluded.OfType<QueryPhrase>().Select(phrase => string.Join(' ', phrase.Forms))));
    }

    [Fact]
    public void Grammatical_words_are_required_beside_exclusions_alone() => Assert.Equal("la une", Words(From("la une -journal")));

    [Fact]
    public void A_word_is_kept_as_typed_as_folded_as_lemma_and_as_stem()
    {
        var term = Assert.Single(From("les Journaux").Leaves.OfType<QueryTerm>(), term => !term.Optional);
        var word = Assert.Single(term.Words);
        Assert.Equal(("Journaux", "journaux", "journal"), (word.Text, word.Exact, word.Stem));
        Assert.Equal("journal", word.Lemmas[0]);
        Assert.Empty(term.Alternatives);
        Assert.False(term.Together);
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("*", false)]
    [InlineData("mot", false)]
    [InlineData("-mot", false)]
    [InlineData("\"mot\"", false)]
    [InlineData("!", true)]
    public void Only_a_text_without_term_is_empty(string text, bool empty) => Assert.Equal(empty, From(text).IsEmpty);

    [Theory]
    [InlineData("", false)]
    [InlineData("mot", false)]
    [InlineData("le mot", false)]
    [InlineData("mot autre", true)]
    [InlineData("la une", true)]
    [InlineData("mot \"une phrase\"", true)]
    [InlineData("\"une phrase\"", false)]
    [InlineData("\"une phrase\" \"une autre\"", false)]
    [InlineData("\"une phrase\" le", false)]
    [InlineData("mot -autre", false)]
    public void A_query_can_relax_if_a_word_can_be_left_out(string text, bool relaxes) => Assert.Equal(relaxes, From(text).CanRelax);

    private static AnalyzedQuery From(string text) => AnalyzedQuery.From(QueryParser.Parse(text, 256), SynonymMap.Empty);

    /// <summary>The words to be found, optional ones in parentheses.</summary>
    private static string Words(AnalyzedQuery query) =>
        string.Join(' ', Clauses.Terms(query).Select(word => word.Optional ? $"({word.Exact})" : word.Exact));
}
