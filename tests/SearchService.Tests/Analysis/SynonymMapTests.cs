using SearchService.Analysis;
using SearchService.Tests.Support;

namespace SearchService.Tests.Analysis;

public sealed class SynonymMapTests
{
    [Theory]
    [InlineData("bagnole, tacot", "bagnole", "tacot")]
    [InlineData("bagnole, tacot", "tacot", "bagnole")]
    [InlineData("bagnole, tacot, guimbarde", "tacot", "bagnole|guimbarde")]
    [InlineData("bagnole => tacot", "bagnole", "tacot")]
    [InlineData("bagnole => tacot", "tacot", "")]
    [InlineData("bagnole => bagnole, tacot", "bagnole", "tacot")]
    [InlineData("bagnole, tacot => guimbarde", "tacot", "guimbarde")]
    [InlineData("bagnole, tacot => guimbarde", "guimbarde", "")]
    [InlineData("  bagnole ,tacot  # un commentaire, avec virgule", "bagnole", "tacot")]
    [InlineData("# bagnole, tacot", "bagnole", "")]
    [InlineData("", "bagnole", "")]
    [InlineData("bagnole, vieux tacot", "bagnole", "vieux tacot")]
    [InlineData("bagnole, vieux tacot", "vieux", "")]
    [InlineData("bagnole, tacot\nbagnole, guimbarde", "bagnole", "tacot|guimbarde")]
    [InlineData("bagnole, tacot\ntacot, bagnole", "bagnole", "tacot")]
    [InlineData("BAGNOLE, Tacot", "bagnole", "tacot")]
    [InlineData("l'auto, d'engin", "auto", "engin")]
    public void A_line_says_what_stands_for_what(string lines, string text, string alternatives)
    {
        Dictionary.Required();
        Assert.Equal(alternatives, Found(SynonymMap.Read(lines.Split('\n'), "essai"), text).Alternatives);
    }

    [Theory]
    [InlineData("vieux tacot rouge", 3, "auto")]
    [InlineData("vieux tacot vert", 2, "bagnole")]
    [InlineData("vieux rouge", 0, "")]
    [InlineData("tacot rouge", 0, "")]
    public void The_longest_expression_counts(string text, int length, string alternatives)
    {
        Dictionary.Required();
        Assert.Equal((length, alternatives), Found(SynonymMap.Read(["vieux tacot => bagnole", "vieux tacot rouge => auto"], "essai"), text));
    }

    [Theory]
    [InlineData("chevaux", "monture")]
    [InlineData("Cheval", "monture")]
    [InlineData("montures", "cheval")]
    [InlineData("les chevaux", "")]
    public void Expressions_are_compared_by_their_lemmas(string text, string alternatives)
    {
        Dictionary.Required();
        Assert.Equal(alternatives, Found(SynonymMap.Read(["cheval, monture"], "essai"), text).Alternatives);
    }

    [Theory]
    [InlineData("AME", "aide")]
    [InlineData("âme", "")]
    [InlineData("âmes", "")]
    [InlineData("ame", "")]
    [InlineData("Âme", "")]
    [InlineData("EST", "aide")]
    [InlineData("il est", "")]
    [InlineData("XQZ", "aide")]
    [InlineData("xqz", "aide")]
    public void Capitals_mean_the_acronym_and_no_word_spelled_alike(string text, string alternatives)
    {
        Dictionary.Required();
        var map = SynonymMap.Read(["AME => aide", "EST => aide", "XQZ => aide"], "essai");
        var words = Words(text);
        Assert.Equal(alternatives, string.Join('|', map.Find(words, words.Count - 1, out _)));
    }

    [Theory]
    [InlineData("seul", "essai, ligne 3 : il faut au moins deux expressions séparées par des virgules.")]
    [InlineData("a, , b", "essai, ligne 3 : l'expression «  » est vide.")]
    [InlineData("a, !?", "essai, ligne 3 : l'expression « !? » est vide.")]
    [InlineData("a =>", "essai, ligne 3 : l'expression «  » est vide.")]
    [InlineData("=> a", "essai, ligne 3 : l'expression «  » est vide.")]
    [InlineData("a => b => c", "essai, ligne 3 : « => » y figure deux fois.")]
    public void A_line_that_is_not_understood_is_named(string line, string message) =>
        Assert.Equal(message, Assert.Throws<FormatException>(() => SynonymMap.Read(["# un", "un, deux", line, "autre"], "essai")).Message);

    [Fact]
    public void A_file_adds_to_the_built_in_synonyms()
    {
        using var folder = new TempFolder();
        var map = SynonymMap.Load(folder.Write("synonymes.txt", "bagnole, tacot\n"));

        Assert.Equal("tacot", Found(map, "bagnole").Alternatives);
        Assert.Contains("onu", Found(map, "Nations unies").Alternatives, StringComparison.Ordinal);
    }

    [Fact]
    public void A_fault_of_a_file_is_named_with_the_file_and_its_own_line()
    {
        using var folder = new TempFolder();
        var path = folder.Write("synonymes.txt", "# rien\n\nseul\n");

        Assert.Equal(
            $"{path}, ligne 3 : il faut au moins deux expressions séparées par des virgules.", Assert.Throws<FormatException>(() => SynonymMap.Load(path)).Message);
    }

    [Fact]
    public void Without_a_file_there_are_the_built_in_ones()
    {
        Assert.Same(SynonymMap.BuiltIn, SynonymMap.Load(null));
        Assert.Same(SynonymMap.BuiltIn, SynonymMap.Load(""));
        Assert.Throws<FileNotFoundException>(() => SynonymMap.Load(Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString())));
    }

    [Theory]
    [InlineData("ONU", "Nations unies")]
    [InlineData("onu", "Nations unies")]
    [InlineData("Nations unies", "ONU")]
    [InlineData("UE", "Union européenne")]
    [InlineData("Otan", "Nato")]
    [InlineData("FMI", "Fonds monétaire international")]
    public void The_built_in_ones_know_the_institutions(string text, string alternative) =>
        Assert.Contains(Lemmas(alternative), Found(SynonymMap.BuiltIn, text).Alternatives.Split('|'));

    [Fact]
    public void The_empty_map_finds_nothing() => Assert.Equal((0, ""), Found(SynonymMap.Empty, "ONU"));

    private static (int Length, string Alternatives) Found(SynonymMap map, string text)
    {
        var found = map.Find(Words(text), 0, out var length);
        return (length, string.Join('|', found));
    }

    private static string Lemmas(string text) => string.Join(' ', Words(text).Select(lemmas => lemmas[0]));

    private static List<IReadOnlyList<string>> Words(string text)
    {
        var analysis = new FrenchText();
        analysis.Analyze(text);
        return [.. analysis.AnalyzedWords.ToArray().Select(word => (IReadOnlyList<string>)word.Lemmas)];
    }
}
