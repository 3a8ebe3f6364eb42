using SearchService.Articles;
using SearchService.Tests.Support;
using static SearchService.Tests.Support.TestCorpus;

namespace SearchService.Tests.Hosting;

/// <summary>What cannot be read is reported with its place and reason, and the rest goes on.</summary>
public sealed class CorpusProblemTests : IDisposable
{
    private readonly TestCorpus _corpus = new();

    public void Dispose() => _corpus.Dispose();

    [Fact]
    public async Task Duplicate_ids_are_told_with_both_lines_and_the_first_is_kept()
    {
        _corpus.Write("double.jsonl", await File.ReadAllBytesAsync(Repository.Corpus("duplicate-ids.jsonl"), TestContext.Current.CancellationToken));

        var report = await _corpus.ReadAsync();

        Assert.Equal(
            "double.jsonl, ligne 3 : L'identifiant double-1 est déjà celui d'un autre article de ce fichier, ligne 1, qui est gardé. [duplicate_id]",
            Assert.Single(report.Problems).ToString());
        Assert.Equal("Le musée ouvre la nuit", _corpus.Headline("double-1"));
        Assert.Equal(2, report.Changes);
    }

    [Fact]
    public async Task Duplicate_ids_do_not_take_turns_when_another_line_changes()
    {
        string[] lines = [Line("a", "Premier"), Line("a", "Second")];
        _corpus.Write("a.jsonl", lines);
        await _corpus.ReadAsync();

        _corpus.Write("a.jsonl", [.. lines, Line("b", "B")]);
        var report = await _corpus.ReadAsync();

        Assert.Equal(ArticleError.DuplicateId, Assert.Single(report.Problems).Error.Code);
        Assert.Equal("Premier", _corpus.Headline("a"));
        Assert.Equal(1, _corpus.Store.Get("a")!.Version);
    }

    [Fact]
    public async Task Broken_lines_are_told_with_file_and_line()
    {
        _corpus.Write("rompu.jsonl", await File.ReadAllBytesAsync(Repository.Corpus("broken-lines.jsonl"), TestContext.Current.CancellationToken));

        var report = await _corpus.ReadAsync();

        Assert.Equal([("rompu.jsonl", 2), ("rompu.jsonl", 4), ("rompu.jsonl", 5), ("rompu.jsonl", 6)], report.Problems.Select(p => (p.File, p.Line)));
        Assert.Equal("rompu.jsonl, ligne 4 : Un article doit être un objet JSON. [invalid_article]", report.Problems[1].ToString());
        Assert.Equal(2, report.Articles);
        Assert.NotNull(_corpus.Store.Get("rompu-7"));
    }

    [Fact]
    public async Task An_old_encoding_is_told_and_its_articles_are_taken()
    {
        _corpus.Write("ancien.jsonl", await File.ReadAllBytesAsync(Repository.Corpus("windows-1252.jsonl"), TestContext.Current.CancellationToken));

        var report = await _corpus.ReadAsync();

        Assert.Equal(ArticleError.Converted, Assert.Single(report.Problems).Error.Code);
        Assert.Equal("La forêt de Brocéval rouvre après les tempêtes", _corpus.Headline("ancien-1"));
        Assert.Equal(2, report.Changes);
    }

    [Fact]
    public async Task Unknown_fields_are_counted_and_no_problem()
    {
        _corpus.Write("a.jsonl", """{"id":"a","headline":"A","rubrique":"x","paragraphs":[{"text":"p","style":1}]}""");

        var report = await _corpus.ReadAsync();

        Assert.Equal(2, report.UnknownFields);
        Assert.Empty(report.Problems);
    }

    [Fact]
    public async Task An_unknown_format_is_told_once_until_the_file_changes()
    {
        _corpus.Write("flux.xml", "<rss/>");

        Assert.Equal(
            "flux.xml : Format inconnu : un article JSON par ligne (.jsonl) ou une page de dépêches (.txt) est attendu. [unknown_format]",
            Assert.Single((await _corpus.ReadAsync()).Problems).ToString());
        Assert.Empty((await _corpus.ReadAsync()).Problems);

        _corpus.Write("flux.xml", "<rss></rss>");
        Assert.Single((await _corpus.ReadAsync()).Problems);
    }

    [Theory]
    [InlineData("vide.jsonl")]
    [InlineData("vide.txt")]
    [InlineData("vide")]
    public async Task An_empty_file_is_no_problem(string name)
    {
        _corpus.Write(name);

        var report = await _corpus.ReadAsync();

        Assert.Equal((1, 0L, 0L), (report.FilesRead, report.Articles, report.ProblemCount));
        Assert.Equal(0, (await _corpus.ReadAsync()).FilesRead);
    }

    [Fact]
    public async Task A_folder_that_is_gone_is_told_once_and_again_when_it_goes_again()
    {
        Directory.Delete(_corpus.Folder);
        Assert.Equal(ArticleError.Unreadable, Assert.Single((await _corpus.ReadAsync()).Problems).Error.Code);
        Assert.Empty((await _corpus.ReadAsync()).Problems);

        Directory.CreateDirectory(_corpus.Folder);
        Assert.Empty((await _corpus.ReadAsync()).Problems);

        Directory.Delete(_corpus.Folder);
        Assert.Single((await _corpus.ReadAsync()).Problems);
    }

    [Fact]
    public async Task A_file_that_may_not_be_read_is_told_once_and_the_others_are_read()
    {
        if (OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess)
        {
            Assert.Skip("The permissions of Unix do not bind an administrator.");
            return;
        }

        var closed = _corpus.Write("1.jsonl", Line("a", "A"));
        _corpus.Write("2.jsonl", Line("b", "B"));
        File.SetUnixFileMode(closed, UnixFileMode.None);

        Assert.Equal(
            "1.jsonl : Le fichier ne peut pas être lu : vérifiez qu'il existe, les droits d'accès, et que ce n'est pas un lien. [unreadable]",
            Assert.Single((await _corpus.ReadAsync()).Problems).ToString());
        Assert.Empty((await _corpus.ReadAsync()).Problems);
        Assert.Equal("B", _corpus.Headline("b"));

        File.SetUnixFileMode(closed, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        await _corpus.ReadAsync();
        Assert.Equal("A", _corpus.Headline("a"));
    }

    [Fact]
    public async Task A_line_of_50_MB_is_refused_and_the_rest_is_read()
    {
        var path = Path.Combine(_corpus.Folder, "gros.jsonl");
        await using (var file = new StreamWriter(path))
        {
            await file.WriteAsync(Line("avant", "Avant") + "\n{\"id\":\"gros\",\"headline\":\"");
            var megabyte = new string('x', 1 << 20);
            for (var i = 0; i < 50; i++)
            {
                await file.WriteAsync(megabyte);
            }

            await file.WriteAsync("\"}\n" + Line("apres", "Après") + "\n");
        }

        var report = await _corpus.ReadAsync();

        Assert.Equal(
            "gros.jsonl, ligne 2 : La ligne dépasse 10485760 octets (Ingestion:MaxLineBytes). [too_large]",
            Assert.Single(report.Problems).ToString());
        Assert.Equal("Avant", _corpus.Headline("avant"));
        Assert.Equal("Après", _corpus.Headline("apres"));
        Assert.Null(_corpus.Store.Get("gros"));
    }

    [Fact]
    public async Task Of_very_many_problems_all_are_counted_and_the_first_1000_kept()
    {
        _corpus.Write("a.jsonl", [.. Enumerable.Repeat("{", 1500)]);

        var report = await _corpus.ReadAsync();

        Assert.Equal(1500, report.ProblemCount);
        Assert.Equal(1000, report.Problems.Count);
    }
}
