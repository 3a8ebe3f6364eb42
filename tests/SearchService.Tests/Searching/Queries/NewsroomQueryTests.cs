using SearchService.Searching.Queries;

namespace SearchService.Tests.Searching.Queries;

/// <summary>Queries as journalists and readers type or paste them, and the plain form that each is written in.</summary>
public sealed class NewsroomQueryTests
{
    [Theory]
    [InlineData("réforme des retraites", "[réforme des retraites]", "réforme des retraites")]
    [InlineData(
        "(grève OR blocage) AND (SNCF OR RATP) NOT Belgique",
        "((grève | blocage) & [(SNCF | RATP) !Belgique])",
        "(grève OU blocage) ET (SNCF OU RATP) -Belgique")]
    [InlineData(
        "titre:(Ukraine OU Kiev) source:AFP date:[2025-12-01..] -sport",
        "[Headline{(Ukraine | Kiev)} Source{AFP} 20251201.. !sport]",
        "titre:(Ukraine OU Kiev) source:AFP date:[2025-12-01..] -sport")]
    [InlineData("« La Poste » cyberattaque SAUF (Banque PRES/2 Postale)", "[\"La Poste\" cyberattaque !<Banque 2 Postale>]", "\"La Poste\" cyberattaque SAUF Banque PRES/2 Postale")]
    [InlineData("Sarkozy PRES/10 (Kadhafi OU Libye) date:2025", "[<Sarkozy 10 (Kadhafi | Libye)> 20250101..20251231]", "Sarkozy PRES/10 (Kadhafi OU Libye) date:[2025-01-01..2025-12-31]")]
    [InlineData("élu(e)s locaux agress* MEMEPARA maire~", "[élu(e)s locaux <agress* § maire~>]", "élu(e)s locaux agress* MEMEPARA maire~")]
    [InlineData("auteur:\"E. Rodriguez\" topic:Économie", "[Byline{\"E. Rodriguez\"} Topic{Économie}]", "auteur:\"E. Rodriguez\" sujet:Économie")]
    [InlineData("\"taxe Zucman\"~2 ET budget OU 49-3", "((\"taxe Zucman\"~2 & budget) | 49-3)", "\"taxe Zucman\"~2 ET budget OU 49-3")]
    [InlineData("=Orange ET opérateur", "(=Orange & opérateur)", "=Orange ET opérateur")]
    [InlineData("50 % des 10 000 emplois à 20 h 30", "[50 % des 10 000 emplois à 20 h 30]", "50 % des 10 000 emplois à 20 h 30")]
    [InlineData("Ukraine: Moscou riposte - Kiev accuse", "[Ukraine: Moscou riposte Kiev accuse]", "Ukraine: Moscou riposte Kiev accuse")]
    [InlineData("VIDÉO. Macron à Kiev : « Nous tiendrons »", "[VIDÉO. Macron à Kiev \"Nous tiendrons\"]", "VIDÉO. Macron à Kiev \"Nous tiendrons\"")]
    [InlineData("LE PS ET LES INSOUMIS : LA RUPTURE ?", "[LE PS ET LES INSOUMIS LA RUPTURE]", "LE PS ET LES INSOUMIS LA RUPTURE")]
    [InlineData("JO OU CAN", "(JO | CAN)", "JO OU CAN")]
    [InlineData("(LA UNE) OU JT", "([LA UNE] | JT)", "(LA UNE OU JT)")]
    [InlineData("qu’est-ce que l’AI Act ?", "[qu’est-ce que l’AI Act]", "qu’est-ce que l’AI Act")]
    [InlineData("prix du blé (en euros/tonne)", "[prix du blé [en euros/tonne]]", "prix du blé (en euros/tonne)")]
    [InlineData("https://www.exemple.fr/une?x=1&y=(2)", "[https://www.exemple.fr/une?x=1&y= 2]", "https://www.exemple.fr/une?x=1&y= 2")]
    [InlineData("a SAUF -b", "[a !b]", "a -b")]
    [InlineData("x -(*y)", "[x !*y]", "x SAUF *y")]
    [InlineData("x -ET", "[x !ET]", "x -ET")]
    [InlineData("-ET PRES/3 b", "!<ET 3 b>", "-ET PRES/3 b")]
    [InlineData("«il dit \"non\"»", "\"il dit \"non\"\"", "«il dit \"non\"»")]
    [InlineData("((a PRES/3 b)) PRES/3 (c MEMEPARA d)", "<<a 3 b> 3 <c § d>>", "a PRES/3 b PRES/3 (c MEMEPARA d)")]
    [InlineData("titre:(\"a b\") titre:(a) -(b)", "[Headline{\"a b\"} Headline{a} !b]", "titre:\"a b\" titre:a -b")]
    public void A_query_is_understood_and_written_plainly(string text, string tree, string written)
    {
        var parsed = QueryParser.Parse(text, QueryTrees.Limit);
        Assert.Empty(parsed.Problems);
        Assert.Equal(tree, QueryTrees.Show(parsed.Root));
        Assert.Equal(written, parsed.ToString());
    }
}
