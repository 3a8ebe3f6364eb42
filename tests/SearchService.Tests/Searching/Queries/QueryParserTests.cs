using SearchService.Searching.Queries;

namespace SearchService.Tests.Searching.Queries;

/// <summary>Words, phrases, exclusions, and what is nothing of it.</summary>
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
    [InlineData("20 h 30", "20@0 h@3 30@5")]
    [InlineData("10 000 €", "10@0 000@3 €@7")]
    [InlineData("50 % des voix", "50@0 %@3 des@5 voix@9")]
    [InlineData("voix % 50", "voix@0 50@7")]
    [InlineData("(50) % des voix", "50@1 %@5 des@7 voix@11")]
    [InlineData("((voix 50)) % %", "voix@2 50@7 %@12")]
    [InlineData("\u200Fmot \uFEFF", "mot@1")]
    [InlineData("avant\"au milieu\"après", "avant@0 \"au milieu\"@5 après@16")]
    [InlineData("élu(e)s locaux(ales)", "élu(e)s@0 locaux@8 ales@15")]
    [InlineData("directeur(trice)s candidat(e)", "directeur(trice)s@0 candidat(e)@18")]
    [InlineData("(élu(e)s)", "élu(e)s@1")]
    [InlineData("G20(Paris)", "G20@0 Paris@4")]
    public void Words_stand_between_spaces(string text, string leaves)
    {
        var parsed = QueryParser.Parse(text, QueryTrees.Limit);
        Assert.Empty(parsed.Problems);
        Assert.False(parsed.MatchesAll);
        Assert.Equal(leaves, string.Join(' ', QueryTrees.Leaves(parsed.Root).Select(leaf => $"{QueryTrees.Show(leaf)}@{leaf.Position}")));
    }

    [Theory]
    [InlineData("mot", "mot")]
    [InlineData("un deux", "[un deux]")]
    [InlineData("\"train blindé\"", "\"train blindé\"")]
    [InlineData("le \"train blindé\" arrive", "[le \"train blindé\" arrive]")]
    [InlineData("« train blindé »", "\"train blindé\"")]
    [InlineData("“train blindé”", "\"train blindé\"")]
    [InlineData("„train blindé“", "\"train blindé\"")]
    [InlineData("„train blindé”", "\"train blindé\"")]
    [InlineData("”train blindé”", "\"train blindé\"")]
    [InlineData("«a \"b\" c»", "\"a \"b\" c\"")]
    [InlineData("«a “b” c»", "\"a “b” c\"")]
    [InlineData("\"a 'b' c\"", "\"a 'b' c\"")]
    [InlineData("’mot’ ‘autre’", "[’mot’ ‘autre’]")]
    [InlineData("\"\" mot", "mot")]
    [InlineData("\"…\" mot", "mot")]
    [InlineData("\"a ET b (c\"", "\"a ET b (c\"")]
    public void Phrases_stand_in_quotes_of_one_kind(string text, string tree) => Understood(text, tree);

    [Theory]
    [InlineData("\"a b\"~3", "\"a b\"~3")]
    [InlineData("«a b»~50", "\"a b\"~50")]
    [InlineData("\"a b\"~0", "\"a b\"")]
    [InlineData("\"a b\"~", "\"a b\"")]
    [InlineData("\"a b\" ~3", "[\"a b\" ~3]")]
    [InlineData("\"!\"~3", "~3")]
    [InlineData("\"a b\"~2 c", "[\"a b\"~2 c]")]
    [InlineData("-\"a b\"~2", "!\"a b\"~2")]
    public void A_number_behind_a_phrase_says_how_loose_it_is(string text, string tree) => Understood(text, tree);

    [Theory]
    [InlineData("chat -chien", "[chat !chien]")]
    [InlineData("-chien", "!chien")]
    [InlineData("-chien -chat", "[!chien !chat]")]
    [InlineData("-\"gros chien\" chat", "[!\"gros chien\" chat]")]
    [InlineData("-«gros chien»", "!\"gros chien\"")]
    [InlineData("-nord-coréen", "!nord-coréen")]
    [InlineData("-(chien OU chat)", "!(chien | chat)")]
    [InlineData("(-chien)", "!chien")]
    [InlineData("-=chien", "!=chien")]
    [InlineData("-chi*", "!chi*")]
    [InlineData("-titre:chien", "!Headline{chien}")]
    [InlineData("-date:2025", "!20250101..20251231")]
    [InlineData("-ET", "!ET")]
    [InlineData("chat - chien", "[chat chien]")]
    [InlineData("chat -- chien", "[chat chien]")]
    [InlineData("--chien", "chien")]
    [InlineData("- puce", "puce")]
    [InlineData("-*chien", "*chien")]
    [InlineData("\"a\"-b", "[\"a\" b]")]
    [InlineData("Paris-Brest", "Paris-Brest")]
    [InlineData("porte-avions 49-3", "[porte-avions 49-3]")]
    [InlineData("-\"!\" chat", "chat")]
    [InlineData("-() chat", "chat")]
    public void A_minus_before_something_excludes_it(string text, string tree) => Understood(text, tree);

    [Theory]
    [InlineData("Ukraine NOT Russie", "[Ukraine !Russie]")]
    [InlineData("Ukraine SAUF Russie", "[Ukraine !Russie]")]
    [InlineData("Ukraine ET NOT Russie", "(Ukraine & !Russie)")]
    [InlineData("Ukraine SAUF (Russie OU Iran)", "[Ukraine !(Russie | Iran)]")]
    [InlineData("SAUF Russie", "!Russie")]
    [InlineData("SAUF \"la Russie\" Ukraine", "[!\"la Russie\" Ukraine]")]
    [InlineData("SAUF a b", "[!a b]")]
    [InlineData("SAUF -Russie", "!Russie")]
    [InlineData("-(-Russie)", "!!Russie")]
    [InlineData("Ukraine SAUF source:AFP", "[Ukraine !Source{AFP}]")]
    [InlineData("tout sauf la guerre", "[tout sauf la guerre]")]
    public void Sauf_excludes_what_comes_next(string text, string tree) => Understood(text, tree);

    [Theory]
    [InlineData("\"train blindé", "\"train blindé\"", 0)]
    [InlineData("le «train blindé", "[le \"train blindé\"]", 3)]
    [InlineData("le train\"", "[le train]", 8)]
    [InlineData("-“train", "!\"train\"", 1)]
    [InlineData("“a \"b", "\"a \"b\"", 0)]
    [InlineData("écran 24\" (neuf)", "[écran 24 \"(neuf)\"]", 8)]
    public void An_open_quote_runs_to_the_end_and_is_told(string text, string tree, int position)
    {
        var parsed = QueryParser.Parse(text, QueryTrees.Limit);
        Assert.Equal(tree, QueryTrees.Show(parsed.Root));
        Assert.Equal(
            new QueryProblem("unbalanced_quote", position, "Un guillemet ouvert n'est pas fermé : l'expression va jusqu'à la fin."),
            Assert.Single(parsed.Problems));
    }

    [Theory]
    [InlineData("le train» arrive", "[le train arrive]", 8)]
    [InlineData("« il dit « non » hier » soir", "[\"il dit « non\" hier soir]", 22)]
    [InlineData("mot”", "mot", 3)]
    public void A_closing_quote_alone_is_left_aside_and_told(string text, string tree, int position)
    {
        var parsed = QueryParser.Parse(text, QueryTrees.Limit);
        Assert.Equal(tree, QueryTrees.Show(parsed.Root));
        Assert.Equal(
            new QueryProblem("unbalanced_quote", position, "Un guillemet fermant n'en ferme aucun : il est laissé de côté."),
            Assert.Single(parsed.Problems));
    }

    [Theory]
    [InlineData("!")]
    [InlineData("- ' …")]
    [InlineData("**")]
    [InlineData("😀")]
    [InlineData("\"!\"")]
    [InlineData("\u0301")]
    [InlineData("\"")]
    [InlineData(")")]
    [InlineData("()")]
    [InlineData(":)")]
    [InlineData("-( «»")]
    [InlineData("\uD83D")]
    public void A_text_without_letter_or_digit_has_nothing_to_search(string text)
    {
        var parsed = QueryParser.Parse(text, QueryTrees.Limit);
        Assert.Null(parsed.Root);
        Assert.False(parsed.MatchesAll);
        Assert.Equal("", parsed.ToString());
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
        var parsed = QueryParser.Parse(text, QueryTrees.Limit);
        Assert.True(parsed.MatchesAll);
        Assert.Null(parsed.Root);
        Assert.Empty(parsed.Problems);
        Assert.Equal("*", parsed.ToString());
    }

    private static void Understood(string text, string tree)
    {
        Assert.Equal(tree, QueryTrees.Tree(text));
        Assert.Equal("", QueryTrees.Problems(text));
    }
}
