namespace SearchService.Tests.Analysis.Tokens;

public sealed class ElisionTests
{
    [Theory]
    [InlineData("l'avocat", "avocat")]
    [InlineData("d'avril", "avril")]
    [InlineData("j'arrive", "arrive")]
    [InlineData("m'appelle", "appelle")]
    [InlineData("t'attend", "attend")]
    [InlineData("s'envole", "envole")]
    [InlineData("n'importe", "importe")]
    [InlineData("c'était", "etait")]
    [InlineData("qu'elle", "elle")]
    [InlineData("jusqu'ici", "ici")]
    [InlineData("lorsqu'il", "il")]
    [InlineData("puisqu'on", "on")]
    [InlineData("quoiqu'un", "un")]
    public void An_elided_word_is_taken_off_in_any_case(string text, string term)
    {
        Assert.Equal(term, Terms.Exact(text));
        Assert.Equal(term, Terms.Exact(text.ToUpperInvariant()));
        Assert.Equal(term, Terms.Exact(char.ToUpperInvariant(text[0]) + text[1..]));
    }

    [Theory]
    [InlineData('\'')]
    [InlineData('\u2019')]
    [InlineData('\u2018')]
    [InlineData('\u02BC')]
    [InlineData('\uFF07')]
    public void Every_apostrophe_is_one(char apostrophe)
    {
        Assert.Equal("avocat", Terms.Exact($"l{apostrophe}avocat"));
        Assert.Equal("avocat", Terms.Exact($"QU{apostrophe}AVOCAT"));
        Assert.Equal("aujourdhui", Terms.Exact($"aujourd{apostrophe}hui"));
        Assert.Equal("obrien", Terms.Exact($"O{apostrophe}Brien"));
    }

    [Theory]
    [InlineData("aujourd'hui", "aujourdhui")]
    [InlineData("prud'hommes", "prudhommes")]
    [InlineData("presqu'île", "presquile")]
    [InlineData("quelqu'un", "quelquun")]
    [InlineData("O'Brien", "obrien")]
    [InlineData("rock'n'roll", "rocknroll")]
    [InlineData("grand'mère", "grandmere")]
    public void A_word_that_holds_an_apostrophe_stays_whole(string text, string term)
    {
        Assert.Equal(term, Terms.Exact(text));
        Assert.Equal(text, Assert.Single(Terms.Covered(text)));
    }

    [Theory]
    [InlineData("N'Djamena", "ndjamena")]
    [InlineData("M'Bappé", "mbappe")]
    [InlineData("N'Golo", "ngolo")]
    [InlineData("D'Souza", "dsouza")]
    [InlineData("K'naan", "knaan")]
    public void A_name_before_a_consonant_stays_whole(string text, string term)
    {
        Assert.Equal(term, Terms.Exact(text));
        Assert.Equal(text, Assert.Single(Terms.Covered(text)));
    }

    [Theory]
    [InlineData("d'LFI", "lfi")]
    [InlineData("l'ONU", "onu")]
    [InlineData("l'X", "x")]
    [InlineData("l'A7", "a7")]
    [InlineData("l'11", "11")]
    [InlineData("l'H", "h")]
    [InlineData("l'yeuse", "yeuse")]
    public void Letters_and_numbers_are_elided_before_as_they_are_spoken(string text, string term) => Assert.Equal(term, Terms.Exact(text));

    [Theory]
    [InlineData("d'aujourd'hui", "aujourdhui")]
    [InlineData("jusqu’aujourd’hui", "aujourdhui")]
    [InlineData("l'O'Brien", "obrien")]
    public void Only_the_first_apostrophe_can_elide(string text, string term) => Assert.Equal(term, Terms.Exact(text));

    [Theory]
    [InlineData("l' avocat", "l avocat")]
    [InlineData("'avocat'", "avocat")]
    [InlineData("l''avocat", "l avocat")]
    public void An_apostrophe_beside_no_word_elides_nothing(string text, string terms) => Assert.Equal(terms, Terms.Exact(text));

    [Theory]
    [InlineData("l'avocat", "avocat")]
    [InlineData("L’Œuvre", "Œuvre")]
    [InlineData("qu'E\u0301lise", "E\u0301lise")]
    [InlineData("Jusqu'ici", "ici")]
    [InlineData("d'aujourd'hui", "aujourd'hui")]
    public void A_highlight_never_covers_the_elided_word(string text, string covered) => Assert.Equal(covered, Assert.Single(Terms.Covered(text)));

    [Fact]
    public void Offsets_stay_true_behind_many_elisions() =>
        Assert.Equal(["jour", "où", "avocat", "île", "est", "envolé"], Terms.Covered("Le jour où l'avocat d’île s'est n'envolé")[1..]);
}
