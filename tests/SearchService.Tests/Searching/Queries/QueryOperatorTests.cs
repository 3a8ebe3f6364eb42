namespace SearchService.Tests.Searching.Queries;

/// <summary>ET, OU, groups and nearness: what binds to what, and what becomes of an operator that has nothing to join.</summary>
public sealed class QueryOperatorTests
{
    [Theory]
    [InlineData("a OU b", "(a | b)")]
    [InlineData("a OR b OU c", "(a | b | c)")]
    [InlineData("a ET b", "(a & b)")]
    [InlineData("a AND b ET c", "(a & b & c)")]
    [InlineData("a b ET c d", "([a b] & [c d])")]
    [InlineData("a b OU c d", "([a b] | [c d])")]
    [InlineData("a OU b ET c OU d", "(a | (b & c) | d)")]
    [InlineData("a ET b OU c ET d", "((a & b) | (c & d))")]
    [InlineData("a OU \"b c\"", "(a | \"b c\")")]
    [InlineData("a OU -b", "(a | !b)")]
    [InlineData("a ET SAUF b", "(a & !b)")]
    [InlineData("a ou b et c", "[a ou b et c]")]
    [InlineData("a Ou b Et c", "[a Ou b Et c]")]
    [InlineData("a ET, b", "[a ET, b]")]
    [InlineData("\"a\"OU\"b\"", "(\"a\" | \"b\")")]
    [InlineData("(a)OU(b)", "(a | b)")]
    public void Or_is_loosest_then_and_then_words_in_a_row(string text, string tree) => Understood(text, tree);

    [Theory]
    [InlineData("(a OU b) c", "[(a | b) c]")]
    [InlineData("(a OU b) ET (c OU d)", "((a | b) & (c | d))")]
    [InlineData("((a))", "a")]
    [InlineData("(a b) c", "[[a b] c]")]
    [InlineData("(a ET b) ET c", "((a & b) & c)")]
    [InlineData("a (b (c OU d))", "[a [b (c | d)]]")]
    [InlineData("() a", "a")]
    [InlineData("(()) a ( )", "a")]
    [InlineData("(\"!\") a", "a")]
    [InlineData("a(b)c", "[a b c]")]
    public void Parentheses_hold_together(string text, string tree) => Understood(text, tree);

    [Theory]
    [InlineData("a PRES/5 b", "<a 5 b>")]
    [InlineData("a PRÈS/5 b", "<a 5 b>")]
    [InlineData("a PRE\u0300S/5 b", "<a 5 b>")]
    [InlineData("a NEAR/50 b", "<a 50 b>")]
    [InlineData("a MEMEPARA b", "<a § b>")]
    [InlineData("a MÊMEPARA b", "<a § b>")]
    [InlineData("a PRES/3 b PRES/4 c", "<<a 3 b> 4 c>")]
    [InlineData("a PRES/3 (b PRES/4 c)", "<a 3 <b 4 c>>")]
    [InlineData("x a PRES/3 b y", "[x <a 3 b> y]")]
    [InlineData("a PRES/3 b OU c ET d PRES/3 e", "(<a 3 b> | (c & <d 3 e>))")]
    [InlineData("(a OU b) PRES/3 \"c d\"", "<(a | b) 3 \"c d\">")]
    [InlineData("SAUF a PRES/3 b", "!<a 3 b>")]
    [InlineData("-a PRES/3 b c", "[!<a 3 b> c]")]
    [InlineData("titre:a PRES/3 b", "<Headline{a} 3 b>")]
    [InlineData("titre:(a PRES/3 b)", "Headline{<a 3 b>}")]
    [InlineData("=a PRES/3 bc*", "<=a 3 bc*>")]
    [InlineData("a près/5 b", "[a près/5 b]")]
    [InlineData("a PRES b", "[a PRES b]")]
    [InlineData("a PRES/ b", "[a PRES/ b]")]
    [InlineData("a PRES/x b", "[a PRES/x b]")]
    [InlineData("a NEAR b", "[a NEAR b]")]
    public void Nearness_binds_tightest(string text, string tree) => Understood(text, tree);

    [Theory]
    [InlineData("a PRES/0 b", "<a 1 b>", "distance_out_of_range@2")]
    [InlineData("a PRES/51 b", "<a 50 b>", "distance_out_of_range@2")]
    [InlineData("a PRES/99999999999999999999 b", "<a 50 b>", "distance_out_of_range@2")]
    [InlineData("\"a b\"~51", "\"a b\"~50", "distance_out_of_range@5")]
    [InlineData("\"a b\"~99999999999999999999", "\"a b\"~50", "distance_out_of_range@5")]
    public void A_distance_has_limits(string text, string tree, string problems) => Told(text, tree, problems);

    [Theory]
    [InlineData("Macron ET", "Macron", "dangling_operator@7")]
    [InlineData("OU Attal", "Attal", "dangling_operator@0")]
    [InlineData("a OU OU b", "(a | b)", "dangling_operator@2")]
    [InlineData("a ET OU b", "(a | b)", "dangling_operator@2")]
    [InlineData("a OU ET b", "(a | b)", "dangling_operator@5")]
    [InlineData("ET OU a", "a", "dangling_operator@0 dangling_operator@3")]
    [InlineData("a SAUF", "a", "dangling_operator@2")]
    [InlineData("a SAUF OU b", "(a | b)", "dangling_operator@2")]
    [InlineData("a NOT NOT b", "[a !b]", "dangling_operator@6")]
    [InlineData("a (ET) b", "[a b]", "dangling_operator@3")]
    [InlineData("(OU a) b", "[a b]", "dangling_operator@1")]
    [InlineData("a OU \"!\"", "a", "dangling_operator@2")]
    [InlineData("a OU ()", "a", "dangling_operator@2")]
    [InlineData("a PRES/3", "a", "dangling_operator@2")]
    [InlineData("PRES/3 a", "a", "dangling_operator@0")]
    [InlineData("a PRES/3 -b", "[a !b]", "dangling_operator@2")]
    [InlineData("a PRES/3 PRES/4 b", "<a 4 b>", "dangling_operator@2")]
    [InlineData("a PRES/3 date:2025", "[a 20250101..20251231]", "dangling_operator@2")]
    [InlineData("date:2025 PRES/3 a", "[20250101..20251231 a]", "dangling_operator@10")]
    [InlineData("a MEMEPARA OU b", "(a | b)", "dangling_operator@2")]
    [InlineData("ET ET ET ET ET ET ET a", "a", "dangling_operator@0 dangling_operator@3 dangling_operator@6 dangling_operator@9 dangling_operator@12")]
    public void An_operator_with_nothing_to_join_is_left_aside_and_told(string text, string tree, string problems) => Told(text, tree, problems);

    [Theory]
    [InlineData("ET", "ET")]
    [InlineData("OU", "OU")]
    [InlineData("NOT", "NOT")]
    [InlineData("ET OU", "[ET OU]")]
    [InlineData("(OU)", "OU")]
    [InlineData("-(SAUF) !", "SAUF")]
    [InlineData("PRES/99", "PRES/99")]
    public void A_query_of_operators_alone_is_words(string text, string tree) => Understood(text, tree);

    [Theory]
    [InlineData("(a", "a", "unbalanced_parenthesis@0")]
    [InlineData("a)", "a", "unbalanced_parenthesis@1")]
    [InlineData("a) OU (b", "(a | b)", "unbalanced_parenthesis@1 unbalanced_parenthesis@6")]
    [InlineData("(a OU b", "(a | b)", "unbalanced_parenthesis@0")]
    [InlineData("((a OU b) c", "[(a | b) c]", "unbalanced_parenthesis@0")]
    [InlineData("(a OU b)) c", "[(a | b) c]", "unbalanced_parenthesis@8")]
    [InlineData("titre:(a b", "[Headline{a} b]", "unbalanced_parenthesis@6")]
    [InlineData("-(a b", "[!a b]", "unbalanced_parenthesis@1")]
    [InlineData("(\"a) b\"", "\"a) b\"", "unbalanced_parenthesis@0")]
    public void A_parenthesis_without_its_partner_is_left_aside_and_told(string text, string tree, string problems) => Told(text, tree, problems);

    [Theory]
    [InlineData("enfin :)", "enfin")]
    [InlineData("enfin:) les vacances", "[enfin: les vacances]")]
    [InlineData("la grève ;-( encore", "[la grève encore]")]
    [InlineData("la grève :'((( encore", "[la grève encore]")]
    [InlineData("(: enfin", "enfin")]
    [InlineData("(enfin :) vacances", "[enfin vacances]")]
    public void Smileys_are_nobodys_parentheses(string text, string tree) => Understood(text, tree);

    [Theory]
    [InlineData("ONU OU OTAN", "(ONU | OTAN)")]
    [InlineData("PS OU LR", "(PS | LR)")]
    [InlineData("SNCF ET RATP", "(SNCF & RATP)")]
    [InlineData("SNCF RATP OU TER", "([SNCF RATP] | TER)")]
    [InlineData("MACRON OU ATTAL", "(MACRON | ATTAL)")]
    [InlineData("PLAN A OU B", "([PLAN A] | B)")]
    [InlineData("G7 OU G20", "(G7 | G20)")]
    [InlineData("ONU SAUF OTAN", "[ONU !OTAN]")]
    [InlineData("LA FRANCE ET LE Mali", "([LA FRANCE] & [LE Mali])")]
    [InlineData("(LA FRANCE) ET (LE MALI)", "([LA FRANCE] & [LE MALI])")]
    [InlineData("\"LA FRANCE\" ET \"LE MALI\"", "(\"LA FRANCE\" & \"LE MALI\")")]
    [InlineData("LA FRANCE ET -LE MALI", "([LA FRANCE] & [!LE MALI])")]
    [InlineData("LA FRANCE ET TITRE:LE", "([LA FRANCE] & Headline{LE})")]
    [InlineData("LA FRANCE ET MALI*", "([LA FRANCE] & MALI*)")]
    [InlineData("LA PAIX PRES/3 GUERRE ET ONU", "([LA <PAIX 3 GUERRE>] & ONU)")]
    public void Operators_between_acronyms_or_with_other_signs_are_operators(string text, string tree) => Understood(text, tree);

    [Theory]
    [InlineData("LA FRANCE ET LE MALI EN GUERRE", "[LA FRANCE ET LE MALI EN GUERRE]")]
    [InlineData("LA FRANCE ET LE MALI", "[LA FRANCE ET LE MALI]")]
    [InlineData("UKRAINE: MOSCOU ET KIEV À LA TABLE", "[UKRAINE: MOSCOU ET KIEV À LA TABLE]")]
    [InlineData("VIVRE OU MOURIR À GAZA", "[VIVRE OU MOURIR À GAZA]")]
    [InlineData("L'ONU ET L’OTAN", "[L'ONU ET L’OTAN]")]
    [InlineData("TOUT SAUF LA GUERRE !", "[TOUT SAUF LA GUERRE]")]
    [InlineData("PORTE-AVIONS ET SOUS-MARINS DE LA FRANCE EN 2025", "[PORTE-AVIONS ET SOUS-MARINS DE LA FRANCE EN 2025]")]
    public void In_a_headline_in_capitals_operators_are_words(string text, string tree) => Understood(text, tree);

    private static void Understood(string text, string tree) => Told(text, tree, "");

    private static void Told(string text, string tree, string problems)
    {
        Assert.Equal(tree, QueryTrees.Tree(text));
        Assert.Equal(problems, QueryTrees.Problems(text));
    }
}
