using SearchService.Tests.Support;

namespace SearchService.Tests.Commands;

/// <summary>The verbs on an index of their own.</summary>
public sealed class VerbTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public VerbTests() => Directory.CreateDirectory(_folder.File("corpus"));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Files_are_imported_searched_rebuilt_and_checked()
    {
        var lines = _folder.Write("depeches.jsonl",
            """
            {"id":"v1","headline":"Le tramway de Reims prolongé","topics":["Transports"],"publishedAt":"2025-02-03T10:00:00+01:00"}
            {"id":"v2","headline":"Le tramway de Caen en panne","topics":["Faits divers"]}
            """);
        var page = _folder.Write("page.txt",
            """
            -
            Grève des bacs sur la Loire
            Tramway: Angers inaugure sa ligne
            La ligne relie la gare aux hôpitaux.
            - Un prix tenu -
            Le budget a été respecté.
            P.Lemoine--AT
            """);

        var import = (await RunAsync("import", lines, page)).Ended(0);
        Assert.StartsWith("Articles importés : 4 ; refusés : 0", Assert.Single(import.Lines), StringComparison.Ordinal);

        var search = (await RunAsync("search", "tramway", "--sort", "oldest")).Ended(0);
        Assert.Equal(3, search.Lines.Length);
        Assert.Matches("^[0-9.]+\tv1\t2025-02-03\tLe tramway de Reims prolongé$", search.Lines[0]);
        Assert.Contains("Articles trouvés : 3 (", search.Error, StringComparison.Ordinal);

        var topic = (await RunAsync("search", "tramway", "--topic", "Faits divers", "--topic", "Inconnu")).Ended(0);
        Assert.Contains("\tv2\t", Assert.Single(topic.Lines), StringComparison.Ordinal);

        var rebuild = (await RunAsync("rebuild")).Ended(0);
        Assert.Equal(["génération 000002, 4 articles"], rebuild.Lines);
        Assert.Contains("Reconstruction : 100 %", rebuild.Error, StringComparison.Ordinal);

        var check = (await RunAsync("check")).Ended(0);
        Assert.Equal(3, check.Lines.Length);
        Assert.All(check.Lines, line => Assert.StartsWith("bon ", line, StringComparison.Ordinal));

        DamageTheIndex();
        var damaged = (await RunAsync("check")).Ended(1);
        Assert.Contains(damaged.Lines, line => line.StartsWith("DÉFAUT", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Problems_of_an_import_are_told_with_file_and_line_and_the_rest_goes_on()
    {
        var bad = _folder.Write("mauvais.jsonl", "{\"id\":\"w1\",\"headline\":\"Un\"}\n{\"id\":\n\n{\"id\":\"w2\"}\n{\"id\":\"w3\",\"headline\":\"Trois\"}\n");
        var unknown = _folder.Write("inconnu.bin", [0, 1, 2, 3]);
        var good = _folder.Write("bon.jsonl", """{"id":"w4","headline":"Quatre"}""");

        var run = (await RunAsync("import", bad, unknown, _folder.File("absent.jsonl"), good)).Ended(1);

        Assert.StartsWith("Articles importés : 3 ; refusés : 2", Assert.Single(run.Lines), StringComparison.Ordinal);
        Assert.Contains("mauvais.jsonl, ligne 2 : ", run.Error, StringComparison.Ordinal);
        Assert.Contains("mauvais.jsonl, ligne 4 : ", run.Error, StringComparison.Ordinal);
        Assert.Contains("inconnu.bin : ", run.Error, StringComparison.Ordinal);
        Assert.Contains("absent.jsonl : ", run.Error, StringComparison.Ordinal);
        Assert.Equal(3, (await RunAsync("search", "*")).Ended(0).Lines.Length);
    }

    [Fact]
    public async Task Without_an_index_search_and_check_end_1_and_say_what_to_do()
    {
        var search = (await RunAsync("search", "mots")).Ended(1);
        var check = (await RunAsync("check")).Ended(1);

        Assert.Equal("", search.Output);
        Assert.Contains("Il n'y a pas encore d'index", search.Error, StringComparison.Ordinal);
        Assert.Contains("DÉFAUT", check.Output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder.File("index")), "Reading must not make a folder.");
    }

    private Task<ProgramRun> RunAsync(params string[] words) =>
        ProgramRun.OfAsync([.. words, $"--Index:Directory={_folder.File("index")}", $"--Corpus:Path={_folder.File("corpus")}"]);

    private void DamageTheIndex()
    {
        var file = new DirectoryInfo(_folder.File("index/generations/000002")).GetFiles("*.cfs").MaxBy(file => file.Length)!;
        using var stream = file.Open(FileMode.Open, FileAccess.ReadWrite);
        stream.Position = file.Length / 2;
        var bytes = new byte[200];
        stream.ReadExactly(bytes);
        stream.Position = file.Length / 2;
        stream.Write([.. bytes.Select(value => (byte)~value)]);
    }
}
