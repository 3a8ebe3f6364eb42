namespace SearchService.Tests.Analysis;

public sealed class FoldingTests
{
    [Theory]
    [InlineData("NOËL", "noel")]
    [InlineData("Éléphant", "elephant")]
    [InlineData("ÉVÊQUE", "eveque")]
    [InlineData("ça", "ca")]
    [InlineData("naïf", "naif")]
    [InlineData("L'Haÿ", "hay")]
    public void Case_and_accents_make_no_difference(string text, string term) => Assert.Equal(term, Terms.Exact(text));

    [Theory]
    [InlineData("œufs", "oeufs")]
    [InlineData("ŒUVRE", "oeuvre")]
    [InlineData("Cœur", "coeur")]
    [InlineData("ex æquo", "ex aequo")]
    [InlineData("LÆTITIA", "laetitia")]
    [InlineData("ﬁnance", "finance")]
    [InlineData("eﬀort", "effort")]
    public void A_ligature_is_its_two_letters(string text, string terms) => Assert.Equal(terms, Terms.Exact(text));

    [Theory]
    [InlineData("Straße", "strasse")]
    [InlineData("STRAẞE", "strasse")]
    [InlineData("Müller", "muller")]
    [InlineData("Łódź", "lodz")]
    [InlineData("İstanbul", "istanbul")]
    [InlineData("Diyarbakır", "diyarbakir")]
    [InlineData("Erdoğan", "erdogan")]
    [InlineData("Škoda", "skoda")]
    [InlineData("Ørsted", "orsted")]
    [InlineData("Đorđe", "dorde")]
    [InlineData("Reykjavíkurborg", "reykjavikurborg")]
    [InlineData("Þór", "thor")]
    [InlineData("Ǿ", "o")]
    [InlineData("Ǽ", "ae")]
    [InlineData("Nguyễn", "nguyen")]
    public void Letters_of_other_languages_are_found_by_plain_ones(string text, string term) => Assert.Equal(term, Terms.Exact(text));

    [Theory]
    [InlineData("e\u0301te\u0301", "été")]
    [InlineData("Noe\u0308l", "Noël")]
    [InlineData("c\u0327a", "ça")]
    [InlineData("Nguye\u0302\u0303n", "Nguyễn")]
    [InlineData("\u00E6\u0301", "ǽ")]
    [InlineData("o\u0308", "ö")]
    public void Composed_and_combining_accents_are_the_same(string combining, string composed)
    {
        Assert.Equal(Terms.Exact(composed), Terms.Exact(combining));
        Assert.Equal(combining, Assert.Single(Terms.Covered(combining)));
    }

    [Theory]
    [InlineData("extra\u00ADordinaire", "extraordinaire")]
    [InlineData("zé\u200Dro", "zero")]
    [InlineData("zé\u200Bro", "zero")]
    [InlineData("zé\u200Cro", "zero")]
    [InlineData("zé\u2060ro", "zero")]
    [InlineData("zé\uFEFFro", "zero")]
    public void An_invisible_character_inside_a_word_is_not_there(string text, string term)
    {
        Assert.Equal(term, Terms.Exact(text));
        Assert.Equal(text, Assert.Single(Terms.Covered(text)));
    }

    [Theory]
    [InlineData("mot\u00A0clé", "mot cle")]
    [InlineData("mot\u2009clé", "mot cle")]
    [InlineData("nord-coréen", "nord coreen")]
    [InlineData("nord\u2011coréen", "nord coreen")]
    [InlineData("France/Espagne", "france espagne")]
    public void Spaces_of_every_kind_and_hyphens_part_words(string text, string terms) => Assert.Equal(terms, Terms.Exact(text));

    [Theory]
    [InlineData("Bravo 😀 champion", "bravo champion")]
    [InlineData("👍🏽ok", "ok")]
    [InlineData("москва", "москва")]
    [InlineData("МОСКВА", "москва")]
    [InlineData("Ελλάδα", "ελλαδα")]
    [InlineData("שלום", "שלום")]
    [InlineData("日本", "日 本")]
    [InlineData("٣", "٣")]
    public void Emoji_break_nothing_and_other_scripts_survive(string text, string terms) => Assert.Equal(terms, Terms.Exact(text));

    [Theory]
    [InlineData("12,5", "12.5")]
    [InlineData("5G", "5g")]
    [InlineData("U.S.A.", "usa")]
    [InlineData("ＡＢＣ１", "abc1")]
    public void Numbers_and_acronyms_stay_together(string text, string term) => Assert.Equal(term, Terms.Exact(text));

    [Fact]
    public void Text_without_a_word_has_no_term()
    {
        Assert.Equal("", Terms.Exact(""));
        Assert.Equal("", Terms.Exact(" … — 😀 ' ’ \u200B \u0301"));
    }
}
