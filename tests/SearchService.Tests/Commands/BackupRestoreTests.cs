using SearchService.Storage;
using SearchService.Tests.Support;

namespace SearchService.Tests.Commands;

/// <summary>From the loss of a store to the search that answers again, by the verbs alone.</summary>
public sealed class BackupRestoreTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public BackupRestoreTests() => Directory.CreateDirectory(_folder.File("corpus"));

    private string StorePath => _folder.File("index/articles.db");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_damaged_store_is_told_by_every_verb_and_restored()
    {
        var lines = _folder.Write("un.jsonl", """{"id":"v1","headline":"Le tramway de Reims prolongé"}""");
        (await RunAsync("import", lines)).Ended(0);
        var backup = (await RunAsync("backup", _folder.File("copie"))).Ended(0);
        Assert.Contains(" : 1 articles visibles, dernier changement 1, ", Assert.Single(backup.Lines), StringComparison.Ordinal);
        Assert.Contains("Copie de ", backup.Error, StringComparison.Ordinal);
        (await RunAsync("import", _folder.Write("deux.jsonl", """{"id":"v2","headline":"Le tramway de Caen en panne"}"""))).Ended(0);

        var damaged = File.ReadAllBytes(StorePath)[..5000];
        File.WriteAllBytes(StorePath, damaged);

        var check = (await RunAsync("check")).Ended(1);
        var finding = Assert.Single(check.Lines, line => line.Contains("dépôt : ", StringComparison.Ordinal));
        Assert.StartsWith("DÉFAUT", finding, StringComparison.Ordinal);
        foreach (var message in new[] { finding, (await RunAsync("import", lines)).Ended(1).Error, (await RunAsync()).Ended(1).Error })
        {
            Assert.Contains(StorePath, message, StringComparison.Ordinal);
            Assert.Contains("endommagé", message, StringComparison.Ordinal);
            Assert.Contains("« restore DOSSIER »", message, StringComparison.Ordinal);
        }

        Assert.Equal(damaged, File.ReadAllBytes(StorePath));

        var restore = (await RunAsync("restore", _folder.File("copie"))).Ended(0);
        Assert.StartsWith("Dépôt restauré dans ", Assert.Single(restore.Lines), StringComparison.Ordinal);
        var aside = Assert.Single(Directory.GetFiles(_folder.File("index"), "articles.db.damaged-*"));
        Assert.Contains(aside, restore.Error, StringComparison.Ordinal);
        Assert.Equal(damaged, File.ReadAllBytes(aside));

        // The index of the former store answers no more: it knows an article that is not there.
        Assert.Contains("Il n'y a pas encore d'index", (await RunAsync("search", "tramway")).Ended(1).Error, StringComparison.Ordinal);
        (await RunAsync("rebuild")).Ended(0);
        Assert.Contains("\tv1\t", Assert.Single((await RunAsync("search", "tramway")).Ended(0).Lines), StringComparison.Ordinal);
        (await RunAsync("check")).Ended(0);

        // A store that is gone is not taken for an empty one as long as an index tells that there was one.
        File.Delete(StorePath);
        Assert.Contains(StorePath + " a disparu", (await RunAsync()).Ended(1).Error, StringComparison.Ordinal);
        Assert.False(File.Exists(StorePath));
    }

    [Fact]
    public async Task What_cannot_be_done_ends_1_with_a_message_and_no_result()
    {
        var without = (await RunAsync("backup", _folder.File("copie"))).Ended(1);
        Assert.Contains("Il n'y a pas de dépôt d'articles", without.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder.File("copie")));
        Assert.False(Directory.Exists(_folder.File("index")), "Reading must not make a folder.");

        var none = (await RunAsync("restore", _folder.File("copie"))).Ended(1);
        Assert.Contains(BackupManifest.FileName, none.Error, StringComparison.Ordinal);
        Assert.Equal(("", ""), (without.Output, none.Output));
        Assert.False(File.Exists(StorePath));
    }

    private Task<ProgramRun> RunAsync(params string[] words) => ProgramRun.OfAsync(
        [.. words, $"--Index:Directory={_folder.File("index")}", $"--Corpus:Path={_folder.File("corpus")}", "--Urls=http://127.0.0.1:0"]);
}
