extern alias lexicon;

using lexicon::SearchService.Lexicon;
using SearchService.Analysis.Lexicon;
using SearchService.Tests.Support;
using WordClass = lexicon::SearchService.Analysis.Lexicon.WordClass;

namespace SearchService.Tests.Analysis.Lexicon;

/// <summary>Which readings the build tool keeps, and the tool as a whole.</summary>
public sealed class ReadingRulesTests
{
    [Theory]
    [InlineData("mot", "Line 2 of the readings is neither \"form<TAB>lemma:class …\" nor \"-lemma:class\".")]
    [InlineData("deux mots\tmot:n", "Line 2 of the readings is neither \"form<TAB>lemma:class …\" nor \"-lemma:class\".")]
    [InlineData("mot\tmot", "Line 2 of the readings: \"mot\" is not \"lemma:class\" with a class of n f p a i v.")]
    [InlineData("mot\tmot:x", "Line 2 of the readings: \"mot:x\" is not \"lemma:class\" with a class of n f p a i v.")]
    [InlineData("mot\t:n", "Line 2 of the readings: \":n\" is not \"lemma:class\" with a class of n f p a i v.")]
    [InlineData("-mot", "Line 2 of the readings: \"mot\" is not \"lemma:class\" with a class of n f p a i v.")]
    [InlineData("mot\tmot:n\nmot\tmot:f", "Line 3 of the readings: \"mot\" stands there twice.")]
    public void A_line_that_is_not_understood_is_named(string lines, string message) =>
        Assert.Equal(message, Assert.Throws<FormatException>(() => ReadingRules.Read(["# un commentaire", .. lines.Split('\n')])).Message);

    [Theory]
    [InlineData("porte=porte:n,porter:f", "", "porte", "porte porter")]
    [InlineData("porte=porter:f,porte:n", "", "porte", "porte porter")]
    [InlineData("porte=porte:n,porter:f", "-porter:v", "porte", "porte")]
    [InlineData("porte=porte:n,porter:f", "-porte:n", "porte", "porter")]
    [InlineData("porte=porter:f", "-porter:v", "porte", "porter")]
    [InlineData("porte=porte:n,porter:f", "porte\tporter:f porte:n", "porte", "porter porte")]
    [InlineData("porte=porte:n,porter:f", "porte\tportail:n", "porte", "portail porter?")]
    [InlineData("paris=pari:n,Paris:N", "paris\tpari:n", "paris", "pari paris")]
    [InlineData("paris=Paris:N,pari:n", "", "paris", "pari paris")]
    [InlineData("", "neuf\tneuf:n", "neuf", "neuf")]
    [InlineData("mesures=mesure:n,mesurer:w", "", "mesures", "mesure mesurer?")]
    [InlineData("mangeas=manger:w", "", "mangeas", "manger")]
    [InlineData("marché=marché:n,marcher:f", "marché\tmarché:n", "marché", "marché marcher?")]
    [InlineData("fils=fils:n,fil:n", "", "fils", "fils fil")]
    public void Rules_choose_and_order_the_readings(string forms, string rules, string form, string lemmas) =>
        Assert.Equal(lemmas, string.Join(' ', Apply(forms, rules).Forms[form].Select(Show)));

    [Theory]
    [InlineData("événement=événement:n événements=événement:n évènement=évènement:n évènements=évènement:n", "évènements", "événement")]
    [InlineData("événement=événement:n évènement=évènement:n", "évènement", "événement")]
    [InlineData("évènement=évènement:n", "évènement", "évènement")]
    [InlineData("succès=succès:n succés=succés:n", "succès", "succès")]
    [InlineData("cédera=céder:f cèdera=cèder:f céder=céder:i", "cèdera", "céder")]
    [InlineData("Gènes=Gènes:N Génes=Génes:N", "gènes", "gènes")]
    public void Both_accents_of_the_spelling_reform_are_the_older_lemma(string forms, string form, string lemma) =>
        Assert.Equal(lemma, Assert.Single(Apply(forms, "").Forms[form]).Lemma);

    [Theory]
    [InlineData("boites=boiter:w boîtes=boîte:n", "boites", "boîte")]
    [InlineData("boites=boiter:f boîtes=boîte:n", "boites", "boiter")]
    [InlineData("boites=boiter:w", "boites", "boiter")]
    public void A_rare_form_without_accents_is_the_word_with_them(string forms, string form, string lemma) =>
        Assert.Equal(lemma, Assert.Single(Apply(forms, "").Forms[form]).Lemma);

    [Fact]
    public async Task The_tool_compiles_a_dictionary()
    {
        using var folder = new TempFolder();
        folder.Write("index.aff", "FLAG long\nSFX S. Y 1\nSFX S. 0 s [^s]\nSFX S. 0 0 .\n");
        folder.Write("index.dic", "2\nchat/S.\nété\n");
        folder.Write("readings.txt", "# rien\nété\tété:n être:p\n");

        var run = await RunAsync(folder.Path, folder.File("readings.txt"), folder.File("sortie/lexicon.bin"));

        run.Ended(0);
        var lexicon = FrenchLexicon.Open(await File.ReadAllBytesAsync(folder.File("sortie/lexicon.bin"), TestContext.Current.CancellationToken));
        Assert.Equal("chat", lexicon.Reading("chats", lexicon.Find("chats"), 0).Lemma);
        Assert.Equal("être", lexicon.Reading("été", lexicon.Find("été"), 1).Lemma);
        Assert.Equal($"Lexicon: 3 forms, {new FileInfo(folder.File("sortie/lexicon.bin")).Length} bytes.", Assert.Single(run.Lines));
    }

    [Fact]
    public async Task Without_a_dictionary_the_tool_writes_an_empty_lexicon_and_says_so_once()
    {
        using var folder = new TempFolder();
        folder.Write("readings.txt", "");

        var run = await RunAsync(folder.File("nulle-part"), folder.File("readings.txt"), folder.File("lexicon.bin"));

        run.Ended(0);
        Assert.True(FrenchLexicon.Open(await File.ReadAllBytesAsync(folder.File("lexicon.bin"), TestContext.Current.CancellationToken)).IsEmpty);
        Assert.Single(run.Lines, line => line.StartsWith("The French dictionary is missing", StringComparison.Ordinal));
        Assert.Equal("", run.Error);
    }

    [Fact]
    public async Task A_wrong_line_of_the_readings_stops_the_build_and_leaves_the_former_lexicon()
    {
        using var folder = new TempFolder();
        folder.Write("index.aff", "FLAG long\n");
        folder.Write("index.dic", "1\nchat\n");
        folder.Write("readings.txt", "# rien\nchat\n");
        folder.Write("lexicon.bin", "ancien");

        var run = await RunAsync(folder.Path, folder.File("readings.txt"), folder.File("lexicon.bin"));

        run.Ended(1);
        Assert.StartsWith("The lexicon cannot be compiled: Line 2 of the readings", run.Error, StringComparison.Ordinal);
        Assert.Equal("ancien", await File.ReadAllTextAsync(folder.File("lexicon.bin"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task The_tool_asks_for_its_arguments() =>
        Assert.Equal("usage: SearchService.Lexicon DICTIONARY_FOLDER READINGS OUTPUT", (await RunAsync("seul")).Ended(2).Error.Trim());

    /// <summary>A lemma, with a question mark if the reading is unlikely.</summary>
    private static string Show(Reading reading) => reading.Lemma + ((reading.Class & WordClass.Unlikely) != 0 ? "?" : "");

    private static Task<ProgramRun> RunAsync(params string[] arguments) =>
        ProgramRun.OfAsync(new Dictionary<string, string>(), "", arguments, Path.Combine(AppContext.BaseDirectory, "SearchService.Lexicon.dll"));

    /// <summary>A table as <c>form=lemma:class,lemma:class form=…</c> under rules; N is a name, w a weak form of a verb.</summary>
    private static FormTable Apply(string forms, string rules)
    {
        var table = new FormTable();
        foreach (var form in forms.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = form.Split('=');
            foreach (var reading in parts[1].Split(',').Select(text => text.Split(':')))
            {
                var wordClass = reading[1] switch { "n" => WordClass.Noun, "N" => WordClass.Name, "i" => WordClass.Infinitive, _ => WordClass.Finite };
                table.Add(parts[0], reading[0], wordClass, reading[1] == "w");
            }
        }

        ReadingRules.Read(rules.Split('\n')).Apply(table);
        return table;
    }
}
