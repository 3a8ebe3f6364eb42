using SearchService.Articles;
using SearchService.Ingestion;
using SearchService.Tests.Support;

namespace SearchService.Tests.Ingestion;

/// <summary>Which files are news.</summary>
public sealed class CorpusFolderTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly List<IngestionProblem> _problems = [];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Files_are_listed_with_those_of_inner_folders_in_the_order_of_their_names()
    {
        _folder.Write("b.txt", "-");
        _folder.Write("2025/12/a.jsonl", "{}");
        _folder.Write("Z", "");

        Assert.Equal(["2025/12/a.jsonl", "Z", "b.txt"], Names());
        Assert.Empty(_problems);
    }

    [Fact]
    public void A_file_is_listed_with_its_size_and_last_change()
    {
        var path = _folder.Write("a.txt", "cinq!");
        var modified = new DateTime(2024, 2, 29, 12, 0, 0, DateTimeKind.Utc);
        File.SetLastWriteTimeUtc(path, modified);

        var file = Assert.Single(new CorpusFolder(_folder.Path).List(_problems.Add));

        Assert.Equal(new CorpusFile(path, "a.txt", 5, modified.Ticks), file);
    }

    [Fact]
    public void Hidden_files_and_folders_are_passed_over()
    {
        _folder.Write(".a.txt.swp", "-");
        _folder.Write(".git/b.txt", "-");
        _folder.Write("c.txt", "-");

        Assert.Equal(["c.txt"], Names());
    }

    [Fact]
    public void Links_are_passed_over_so_that_reading_never_leaves_the_folder()
    {
        using var elsewhere = new TempFolder();
        var outside = elsewhere.Write("secret.txt", "-");
        _folder.Write("a.txt", "-");
        File.CreateSymbolicLink(_folder.File("lien.txt"), outside);
        File.CreateSymbolicLink(_folder.File("casse.txt"), _folder.File("absent"));
        Directory.CreateSymbolicLink(_folder.File("dossier"), elsewhere.Path);
        Directory.CreateSymbolicLink(_folder.File("boucle"), _folder.Path);

        Assert.Equal(["a.txt"], Names());
        Assert.Empty(_problems);
    }

    [Fact]
    public void A_corpus_may_be_one_file()
    {
        var path = _folder.Write("a.txt", "-");
        _folder.Write("b.txt", "-");

        var corpus = new CorpusFolder(path);

        Assert.Equal(["a.txt"], corpus.List(_problems.Add).Select(file => file.Name));
        Assert.Equal(_folder.Path, corpus.Folder);
        Assert.True(corpus.Exists);
        File.Delete(path);
        Assert.Empty(corpus.List(_problems.Add));
        Assert.False(corpus.Exists);
    }

    [Fact]
    public void A_folder_that_is_gone_is_reported()
    {
        var corpus = new CorpusFolder(_folder.File("absent"));

        Assert.False(corpus.Exists);
        Assert.Empty(corpus.List(_problems.Add));
        Assert.Equal(ArticleError.Unreadable, Assert.Single(_problems).Error.Code);
    }

    [Fact]
    public void A_folder_that_may_not_be_read_is_reported_and_the_others_are_read()
    {
        if (OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess)
        {
            Assert.Skip("The permissions of Unix do not bind an administrator.");
            return;
        }

        _folder.Write("ferme/a.txt", "-");
        _folder.Write("ouvert/b.txt", "-");
        File.SetUnixFileMode(_folder.File("ferme"), UnixFileMode.None);
        try
        {
            Assert.Equal(["ouvert/b.txt"], Names());
        }
        finally
        {
            File.SetUnixFileMode(_folder.File("ferme"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        Assert.Equal(
            "ferme/ : Le dossier ne peut pas être lu : vérifiez qu'il existe et les droits d'accès. [unreadable]",
            Assert.Single(_problems).ToString());
    }

    private IEnumerable<string> Names() => new CorpusFolder(_folder.Path).List(_problems.Add).Select(file => file.Name);
}
