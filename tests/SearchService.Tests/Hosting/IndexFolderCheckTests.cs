using SearchService.Hosting;
using SearchService.Indexing;
using SearchService.Searching;
using SearchService.Storage;
using SearchService.Tests.Support;

namespace SearchService.Tests.Hosting;

public sealed class IndexFolderCheckTests : IDisposable
{
    private readonly TestEngine _engine = new();

    public IndexFolderCheckTests()
    {
        _engine.Store.Apply(Changes.PutMany(300));
        _engine.Index();
        Commit();
    }

    public void Dispose() => _engine.Dispose();

    [Fact]
    public void A_sound_folder_is_told_part_by_part() => Assert.Equal(
        [
            new FolderFinding("index", true, "génération 000001, jusqu'au changement 300"),
            new FolderFinding("dépôt", true, "300 articles visibles, dernier changement 300"),
            new FolderFinding("accord", true, "l'index montre ce que dit le dépôt (0 changements récents encore à indexer)"),
        ],
        Run());

    [Fact]
    public void Changes_that_are_still_to_be_indexed_are_no_fault()
    {
        _engine.Store.Apply([Changes.Put("a1", "Corrigée"), Changes.Put("neuf", "Nouveau"), ArticleChange.Delete("a2")]);

        var findings = Run();

        Assert.All(findings, finding => Assert.True(finding.Sound, finding.Detail));
        Assert.Contains("(3 changements récents", findings[2].Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("INSERT INTO articles SELECT 'perdu', 1, 5000, 0, NULL, content, NULL, '', '' FROM articles WHERE id = 'a1'; UPDATE articles SET sequence = -sequence WHERE id = 'perdu'", "1 articles manquent à l'index, 0 y sont dans une autre version, 0 y sont de trop")]
    [InlineData("UPDATE articles SET version = 9 WHERE id IN ('a1', 'a2')", "0 articles manquent à l'index, 2 y sont dans une autre version, 0 y sont de trop")]
    [InlineData("DELETE FROM articles WHERE id IN ('a1', 'a2', 'a3')", "0 articles manquent à l'index, 0 y sont dans une autre version, 3 y sont de trop")]
    [InlineData("UPDATE articles SET status = 1 WHERE id = 'a1'", "0 articles manquent à l'index, 0 y sont dans une autre version, 1 y sont de trop")]
    public void Index_and_store_must_agree(string fault, string told)
    {
        Database.Execute(_engine.IndexDirectory, fault);

        Assert.Equal([true, true, false], Run().Select(finding => finding.Sound));
        Assert.Equal(told + " : utilisez « rebuild »", Run()[2].Detail);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void An_article_that_is_damaged_in_the_store_keeps_no_other_one_out(bool rebuild)
    {
        _engine.Store.Apply([Changes.Put("a7", "Corrigée"), Changes.Put("neuf", "Nouveau")]);
        Database.Execute(_engine.IndexDirectory, "UPDATE articles SET content = x'7b' WHERE id = 'a7'");

        if (rebuild)
        {
            _engine.Get<IndexRebuild>().Run(1, _ => { }, CancellationToken.None);
        }
        else
        {
            _engine.Index();
        }

        Commit();
        var agreement = Run()[2];
        Assert.False(agreement.Sound);
        Assert.StartsWith("1 articles n'ont pas pu être indexés", agreement.Detail, StringComparison.Ordinal);
        Assert.EndsWith(": a7", agreement.Detail, StringComparison.Ordinal);
        Assert.Equal(300, _engine.Searcher.Search(new SearchRequest()).Total);
    }

    [Fact]
    public void A_damaged_index_is_found_and_the_store_is_checked_all_the_same()
    {
        var path = _engine.Get<GenerationFolder>().PathOf("000001");
        var largest = Directory.EnumerateFiles(path).MaxBy(file => new FileInfo(file).Length)!;
        Flip(largest, new FileInfo(largest).Length / 2, 1);

        var findings = Run();

        Assert.Equal([("index", false), ("dépôt", true)], findings.Select(finding => (finding.Part, finding.Sound)));
        Assert.StartsWith("La génération 000001 est endommagée", findings[0].Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void A_lost_index_is_found()
    {
        using var copy = CopyWithStore();
        Directory.Delete(copy.File("generations"), recursive: true);

        Assert.Equal(
            [("index", false), ("dépôt", true)],
            IndexFolderCheck.Run(copy.Path, TimeProvider.System).Select(finding => (finding.Part, finding.Sound)));
    }

    [Fact]
    public void A_folder_without_a_published_generation_is_told_what_to_do()
    {
        File.Delete(Path.Combine(_engine.IndexDirectory, "current"));

        Assert.Equal("Aucune génération n'est publiée : démarrez le service ou utilisez « rebuild ».", Run()[0].Detail);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(12)]
    public void A_damaged_store_is_found(int firstPage)
    {
        using var copy = CopyWithStore();
        Flip(copy.File(ArticleStore.FileName), firstPage * 4096L, int.MaxValue);

        var findings = IndexFolderCheck.Run(copy.Path, TimeProvider.System).ToList();

        Assert.Equal([("index", true), ("dépôt", false)], findings.Select(finding => (finding.Part, finding.Sound)));
        Assert.Contains(copy.File(ArticleStore.FileName), findings[1].Detail, StringComparison.Ordinal);
        Assert.Contains("« restore DOSSIER »", findings[1].Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void A_lost_store_is_found()
    {
        using var copy = CopyWithStore();
        File.Delete(copy.File(ArticleStore.FileName));

        Assert.Equal(
            [("index", true), ("dépôt", false)],
            IndexFolderCheck.Run(copy.Path, TimeProvider.System).Select(finding => (finding.Part, finding.Sound)));
    }

    [Fact]
    public void A_store_that_lost_changes_which_the_index_knows_is_found()
    {
        Database.Execute(_engine.IndexDirectory, "DELETE FROM articles WHERE sequence > 298");

        Assert.Equal([true, true, false], Run().Select(finding => finding.Sound));
        Assert.Contains("s'arrête au changement 298", Run()[2].Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void An_index_of_another_store_is_found()
    {
        _engine.Get<IndexRebuild>().Run(1, _ => { }, CancellationToken.None);
        Assert.All(Run(), finding => Assert.True(finding.Sound, finding.Detail));

        _engine.Store.RenewIdentity();

        Assert.Equal([true, true, false], Run().Select(finding => finding.Sound));
        Assert.Contains("d'un autre dépôt", Run()[2].Detail, StringComparison.Ordinal);
    }

    private static void Flip(string file, long from, int count)
    {
        var bytes = File.ReadAllBytes(file);
        for (var i = from; i < Math.Min(bytes.Length, from + count); i++)
        {
            bytes[i] ^= 0x5A;
        }

        File.WriteAllBytes(file, bytes);
    }

    /// <summary>A copy of the index folder that nobody holds.</summary>
    private TempFolder CopyWithStore()
    {
        Database.Execute(_engine.IndexDirectory, "PRAGMA wal_checkpoint(TRUNCATE)");
        var copy = new TempFolder();
        foreach (var file in Directory.EnumerateFiles(_engine.IndexDirectory, "*", SearchOption.AllDirectories))
        {
            var name = Path.GetRelativePath(_engine.IndexDirectory, file);
            if (name == ArticleStore.FileName || name == "current" || name.StartsWith("generations", StringComparison.Ordinal))
            {
                Directory.CreateDirectory(Path.GetDirectoryName(copy.File(name))!);
                File.Copy(file, copy.File(name));
            }
        }

        return copy;
    }

    private void Commit() => _engine.Get<IndexFollower>().Commit();

    private List<FolderFinding> Run() => [.. IndexFolderCheck.Run(_engine.IndexDirectory, TimeProvider.System)];
}
