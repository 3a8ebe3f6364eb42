using SearchService.Searching.Queries;

namespace SearchService.Tests.Searching.Queries;

/// <summary>Fields, days and the signs at a word.</summary>
public sealed class QueryFieldTests
{
    [Theory]
    [InlineData("titre:grève", "Headline{grève}")]
    [InlineData("title:grève", "Headline{grève}")]
    [InlineData("texte:grève", "Text{grève}")]
    [InlineData("text:grève", "Text{grève}")]
    [InlineData("sujet:Économie", "Topic{Économie}")]
    [InlineData("topic:Sport/Rugby", "Topic{Sport/Rugby}")]
    [InlineData("dossier:Ukraine", "Story{Ukraine}")]
    [InlineData("story:Ukraine", "Story{Ukraine}")]
    [InlineData("source:AFP", "Source{AFP}")]
    [InlineData("auteur:Rodriguez", "Byline{Rodriguez}")]
    [InlineData("author:Rodriguez", "Byline{Rodriguez}")]
    [InlineData("TITRE:grève Source:AFP", "[Headline{grève} Source{AFP}]")]
    [InlineData("titre:=grève", "Headline{=grève}")]
    [InlineData("titre:grèv*", "Headline{grèv*}")]
    [InlineData("titre:grève~", "Headline{grève~}")]
    [InlineData("titre:\"grève générale\"~2", "Headline{\"grève générale\"~2}")]
    [InlineData("titre:« grève générale »", "Headline{\"grève générale\"}")]
    [InlineData("titre:(grève OU blocage) SNCF", "[Headline{(grève | blocage)} SNCF]")]
    [InlineData("titre:grève générale", "[Headline{grève} générale]")]
    [InlineData("titre:l'Élysée", "Headline{l'Élysée}")]
    [InlineData("titre:élu(e)s", "Headline{élu(e)s}")]
    [InlineData("titre:ET", "Headline{ET}")]
    [InlineData("titre:texte:mot", "Headline{texte:mot}")]
    [InlineData("titre:(a texte:b)", "Headline{[a Text{b}]}")]
    [InlineData("titre:(-a b)", "Headline{[!a b]}")]
    [InlineData("(titre:a OU texte:b)", "(Headline{a} | Text{b})")]
    public void A_field_holds_for_what_follows_at_once(string text, string tree) => Told(text, tree, "");

    [Theory]
    [InlineData("titre: grève", "[titre: grève]")]
    [InlineData("titre : grève", "[titre grève]")]
    [InlineData("Source : AFP", "[Source AFP]")]
    [InlineData("Ukraine: Moscou riposte", "[Ukraine: Moscou riposte]")]
    [InlineData("Ukraine:Moscou", "Ukraine:Moscou")]
    [InlineData("sous-titre:grève", "sous-titre:grève")]
    [InlineData("titres:grève", "titres:grève")]
    [InlineData("titre:-grève", "titre:-grève")]
    [InlineData("titre:", "titre:")]
    [InlineData("https://exemple.fr/titre:x", "https://exemple.fr/titre:x")]
    [InlineData("12:30", "12:30")]
    [InlineData("date: hier", "[date: hier]")]
    [InlineData("date:-2", "date:-2")]
    public void Other_colons_belong_to_words(string text, string tree) => Told(text, tree, "");

    [Theory]
    [InlineData("titre:()", "titre", "empty_field@0")]
    [InlineData("titre:\"!\" grève", "[titre grève]", "empty_field@0")]
    [InlineData("-source:()", "!source", "empty_field@1")]
    [InlineData("titre:( titre:x", "[titre Headline{x}]", "empty_field@0 unbalanced_parenthesis@6")]
    [InlineData("titre:(ET)", "titre", "empty_field@0 dangling_operator@7")]
    public void The_name_of_a_field_without_anything_in_it_is_a_word(string text, string tree, string problems) => Told(text, tree, problems);

    [Theory]
    [InlineData("date:2025-12-24", "20251224..20251224")]
    [InlineData("date:2025-12", "20251201..20251231")]
    [InlineData("date:2024-02", "20240201..20240229")]
    [InlineData("date:2025", "20250101..20251231")]
    [InlineData("DATE:2025", "20250101..20251231")]
    [InlineData("date:[2025-12-01..2025-12-24]", "20251201..20251224")]
    [InlineData("date:[ 2025-12 .. 2026 ]", "20251201..20261231")]
    [InlineData("date:[2025-12-01..]", "20251201..")]
    [InlineData("date:[..2025-12]", "..20251231")]
    [InlineData("date:[2025-12]", "20251201..20251231")]
    [InlineData("date:2025-12..2026-01", "20251201..20260131")]
    [InlineData("date:2025-12..", "20251201..")]
    [InlineData("date:[2025-12-24..2025-12-01]", "20251201..20251224")]
    [InlineData("date:[2025..2024-06]", "20240601..20251231")]
    [InlineData("grève date:2025-12, SNCF", "[grève 20251201..20251231 SNCF]")]
    [InlineData("grève date:2025.", "[grève 20250101..20251231]")]
    [InlineData("(grève date:2025)", "[grève 20250101..20251231]")]
    [InlineData("date:2025 OU date:2023", "(20250101..20251231 | 20230101..20231231)")]
    public void Days_are_a_day_a_month_a_year_or_a_range(string text, string tree) => Told(text, tree, "");

    [Theory]
    [InlineData("date:hier", "hier", "invalid_date@0")]
    [InlineData("grève date:24/12/2025", "[grève 24/12/2025]", "invalid_date@6")]
    [InlineData("date:2025-13", "2025-13", "invalid_date@0")]
    [InlineData("date:2025-02-30", "2025-02-30", "invalid_date@0")]
    [InlineData("date:[..]", "date:[..]", "invalid_date@0")]
    [InlineData("date:[hier..demain] a", "[[hier..demain] a]", "invalid_date@0")]
    [InlineData("date:[2025 TO 2026]", "[[2025 TO 2026]]", "invalid_date@0")]
    [InlineData("-date:hier", "!hier", "invalid_date@1")]
    public void A_date_that_is_none_is_told_and_read_as_words(string text, string tree, string problems) => Told(text, tree, problems);

    [Theory]
    [InlineData("=mot", "=mot")]
    [InlineData("=l'avocat", "=l'avocat")]
    [InlineData("== mot", "mot")]
    [InlineData("= mot", "mot")]
    [InlineData("a=b", "a=b")]
    [InlineData("=\"a b\"", "\"a b\"")]
    [InlineData("grèv*", "grèv*")]
    [InlineData("l'avoc*", "l'avoc*")]
    [InlineData("porte-av*", "porte-av*")]
    [InlineData("grèv*, SNCF", "[grèv* SNCF]")]
    [InlineData("gr**", "gr*")]
    [InlineData("*grève", "*grève")]
    [InlineData("gr*ve", "gr*ve")]
    [InlineData("C++*", "C++*")]
    [InlineData("=grèv*", "grèv*")]
    [InlineData("e\u0301t*", "e\u0301t*")]
    [InlineData("20*", "20*")]
    [InlineData("𝒳𝒳*", "𝒳𝒳*")]
    [InlineData("grève~", "grève~")]
    [InlineData("grève~1", "grève~")]
    [InlineData("grève~2.", "grève~")]
    [InlineData("grève~0.8", "grève~")]
    [InlineData("10~12", "10~12")]
    [InlineData("~100 morts", "[~100 morts]")]
    [InlineData("ET*", "ET*")]
    public void Signs_at_a_word_say_how_it_is_found(string text, string tree) => Told(text, tree, "");

    [Theory]
    [InlineData("a*", "a*", "prefix_too_short@0")]
    [InlineData("hôtel 5*", "[hôtel 5*]", "prefix_too_short@6")]
    [InlineData("l'a*", "l'a*", "prefix_too_short@0")]
    [InlineData("é\u0301*", "é\u0301*", "prefix_too_short@0")]
    public void A_prefix_has_two_letters_at_least(string text, string word, string problems)
    {
        var parsed = QueryParser.Parse(text, QueryTrees.Limit);
        Assert.All(
            QueryTrees.Leaves(parsed.Root),
            leaf => Assert.Equal(WordMatch.Inflected, ((WordNode)leaf).Match));
        Told(text, word, problems);
    }

    private static void Told(string text, string tree, string problems)
    {
        Assert.Equal(tree, QueryTrees.Tree(text));
        Assert.Equal(problems, QueryTrees.Problems(text));
    }
}
