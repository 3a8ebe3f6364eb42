using SearchService.Searching.Queries;

namespace SearchService.Tests.Searching.Queries;

public sealed class QueryParserTests
{
    [Theory]
    [InlineData("élections législatives", "élections@0 législatives@10")]
    [InlineData("  a\t\u00A0b\u202Fc ", "a@2 b@5 c@7")]
    [InlineData("l'avocat", "l'avocat@0")]
    [InlineData("nord-coréen", "nord-coréen@0")]
    [InlineData("C++ 5G", "C++@0 5G@4")]
    [InlineData("a,b;c", "a,b;c@0")]
    [InlineData("le ... mot", "le@0 mot@7")]
    [InlineData("* mot", "mot@2")]
    [InlineData("😀 mot", "mot@3")]
    [InlineData("日本 москва", "日本@0 москва@3")]
    public void Words_stand_between_spaces(string text, string clauses) => Assert.Equal(clauses, Clauses(text));

    [Theory]
    [InlineData("\"train blindé\"", "[train blindé]@0")]
    [InlineData("le \"train blindé\" arrive", "le@0 [train blindé]@3 arrive@18")]
    [InlineData("« train blindé »", "[train blindé]@0")]
    [InlineData("“train blindé”", "[train blindé]@0")]
    [InlineData("„train blindé“", "[train blindé]@0")]
    [InlineData("„train blindé”", "[train blindé]@0")]
    [InlineData("avant\"au milieu\"après", "avant@0 [au milieu]@5 après@16")]
    [InlineData("«a \"b\" c»", "[a \"b\" c]@0")]
    [InlineData("\"\" mot", "mot@3")]
    [InlineData("\"…\" mot", "mot@4")]
    public void Phrases_stand_in_quotes_of_one_kind(string text, string clauses) => Assert.Equal(clauses, Clauses(text));

    [Theory]
    [InlineData("chat -chien", "chat@0 -chien@5")]
    [InlineData("-chien", "-chien@0")]
    [InlineData("-\"gros chien\" chat", "-[gros chien]@0 chat@14")]
    [InlineData("-«gros chien»", "-[gros chien]@0")]
    [InlineData("-nord-coréen", "-nord-coréen@0")]
    [InlineData("chat - chien", "chat@0 chien@7")]
    [InlineData("chat -- chien", "chat@0 chien@8")]
    [InlineData("Paris-Brest", "Paris-Brest@0")]
    [InlineData("-\"!\" chat", "chat@5")]
    public void A_minus_before_a_word_or_phrase_excludes_it(string text, string clauses) => Assert.Equal(clauses, Clauses(text));

    [Theory]
    [InlineData("\"train blindé", "[train blindé]@0", 0)]
    [InlineData("le «train blindé", "le@0 [train blindé]@3", 3)]
    [InlineData("le train\"", "le@0 train@3", 8)]
    [InlineData("-“train", "-[train]@0", 1)]
    [InlineData("“a \"b", "[a \"b]@0", 0)]
    public void An_open_quote_runs_to_the_end_and_is_told(string text, string clauses, int position)
    {
        var parsed = QueryParser.Parse(text, 256);
        Assert.Equal(clauses, Line(parsed));
        Assert.Equal(
            new QueryProblem("unbalanced_quote", position, "Un guillemet ouvert n'est pas fermé : l'expression va jusqu'à la fin."),
            Assert.Single(parsed.Problems));
    }

    [Theory]
    [InlineData("!")]
    [InlineData("- ' …")]
    [InlineData("**")]
    [InlineData("😀")]
    [InlineData("\"!\"")]
    [InlineData("\u0301")]
    public void A_text_without_letter_or_digit_has_nothing_to_search(string text)
    {
        var parsed = QueryParser.Parse(text, 256);
        Assert.Empty(parsed.Clauses);
        Assert.False(parsed.MatchesAll);
        Assert.Equal(
            new QueryProblem("nothing_to_search", 0, "La requête ne contient ni lettre ni chiffre : il n'y a rien à chercher."),
            Assert.Single(parsed.Problems));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \t\u00A0")]
    [InlineData("*")]
    [InlineData(" * ")]
    public void Nothing_and_a_star_ask_for_everything(string? text)
    {
        var parsed = QueryParser.Parse(text, 256);
        Assert.True(parsed.MatchesAll);
        Assert.Empty(parsed.Clauses);
        Assert.Empty(parsed.Problems);
    }

    [Fact]
    public void Clauses_beyond_the_limit_are_left_aside_and_told()
    {
        var parsed = QueryParser.Parse("un -deux \"trois\" quatre cinq", 3);
        Assert.Equal("un@0 -deux@3 [trois]@9", Line(parsed));
        Assert.Equal(
            new QueryProblem("too_many_clauses", 17, "La requête a plus de 3 termes : la suite est laissée de côté."),
            Assert.Single(parsed.Problems));
    }

    [Theory]
    [InlineData("un deux trois")]
    [InlineData("un deux trois ")]
    [InlineData("un deux trois !")]
    [InlineData("un deux trois \"\" …")]
    public void As_many_clauses_as_the_limit_are_no_problem(string text) => Assert.Empty(QueryParser.Parse(text, 3).Problems);

    private static string Clauses(string text)
    {
        var parsed = QueryParser.Parse(text, 256);
        Assert.Empty(parsed.Problems);
        Assert.False(parsed.MatchesAll);
        return Line(parsed);
    }

    private static string Line(ParsedQuery query) => string.Join(' ', query.Clauses.Select(clause => $"{Name(clause)}@{clause.Position}"));

    private static string Name(QueryNode clause) => clause switch
    {
        WordNode word => word.Text,
        PhraseNode phrase => $"[{phrase.Text}]",
        ExcludedNode excluded => "-" + Name(excluded.Inner),
        _ => throw new ArgumentOutOfRangeException(nameof(clause)),
    };
}
