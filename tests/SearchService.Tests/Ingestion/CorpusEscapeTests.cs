using System.Diagnostics;
using System.Net.Sockets;
using SearchService.Articles;
using SearchService.Ingestion;
using SearchService.Tests.Support;
using static SearchService.Tests.Support.TestCorpus;

namespace SearchService.Tests.Ingestion;

/// <summary>Reading a corpus that somebody hostile may write into: it neither leaves the folder nor hangs.</summary>
public sealed class CorpusEscapeTests : IDisposable
{
    private readonly TestCorpus _corpus = new();
    private readonly TempFolder _outside = new();

    public CorpusEscapeTests() => _outside.Write("secret.jsonl", Line("secret", "Secret") + "\n");

    public void Dispose()
    {
        _corpus.Dispose();
        _outside.Dispose();
    }

    [Fact]
    public void A_link_that_takes_the_place_of_a_file_after_the_listing_is_not_followed()
    {
        var path = _corpus.Write("a.jsonl", Line("a", "A"));
        var (folder, file) = Listed();
        File.Delete(path);
        File.CreateSymbolicLink(path, _outside.File("secret.jsonl"));

        Assert.Throws<IOException>(() => folder.Open(file));
    }

    [Fact]
    public void A_link_that_takes_the_place_of_a_folder_after_the_listing_is_not_followed()
    {
        Directory.CreateDirectory(Path.Combine(_corpus.Folder, "2025"));
        _corpus.Write("2025/secret.jsonl", Line("a", "A"));
        var (folder, file) = Listed();
        using (folder.Open(file))
        {
        }

        Directory.Delete(Path.Combine(_corpus.Folder, "2025"), recursive: true);
        Directory.CreateSymbolicLink(Path.Combine(_corpus.Folder, "2025"), _outside.Path);

        Assert.Throws<IOException>(() => folder.Open(file));
    }

    [Fact]
    public async Task A_corpus_that_is_configured_by_a_link_is_read()
    {
        File.CreateSymbolicLink(Path.Combine(_corpus.Folder, "lien.jsonl"), _outside.File("secret.jsonl"));
        Directory.CreateSymbolicLink(Path.Combine(_corpus.Folder, "dossier"), _outside.Path);
        foreach (var path in new[] { "lien.jsonl", "dossier", "dossier/secret.jsonl" })
        {
            var folder = new CorpusFolder(Path.Combine(_corpus.Folder, path));
            await using var content = folder.Open(Assert.Single(folder.List(Unexpected)));
            Assert.NotEqual(0, content.Length);
        }
    }

    [Fact]
    public async Task Pipes_sockets_and_links_to_devices_neither_hang_nor_hurt_the_rest()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && File.Exists("/usr/bin/mkfifo"), "mkfifo(1) is not here.");
        using (var make = Process.Start("/usr/bin/mkfifo", [Path.Combine(_corpus.Folder, "1.jsonl")]))
        {
            await make.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Bind(new UnixDomainSocketEndPoint(Path.Combine(_corpus.Folder, "2.jsonl")));
        File.CreateSymbolicLink(Path.Combine(_corpus.Folder, "3.jsonl"), "/dev/zero");
        File.CreateSymbolicLink(Path.Combine(_corpus.Folder, "4.jsonl"), "4.jsonl");
        _corpus.Write("5.jsonl", Line("b", "B"));

        // On a thread of its own: opening a pipe would hold the one that calls.
        var report = await Task.Run(_corpus.ReadAsync).WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

        Assert.Equal("B", _corpus.Headline("b"));
        Assert.Equal((1L, 0L), (report.Articles, report.ProblemCount));
    }

    [Fact]
    public async Task A_file_that_shrinks_or_goes_while_it_is_read_is_read_again_later()
    {
        var path = _corpus.Write("a.jsonl", [.. Enumerable.Range(0, 5000).Select(i => Line($"a{i}", $"Titre {i}"))]);
        var folder = new CorpusFolder(_corpus.Folder);
        await using (var content = folder.Open(Assert.Single(folder.List(Unexpected))))
        {
            File.WriteAllText(path, "{");
            await content.CopyToAsync(Stream.Null, TestContext.Current.CancellationToken);
        }

        _corpus.Touch(path);
        Assert.Equal(ArticleError.InvalidJson, Assert.Single((await _corpus.ReadAsync()).Problems).Error.Code);
        _corpus.Write("a.jsonl", Line("a", "A"));
        Assert.Empty((await _corpus.ReadAsync()).Problems);
        Assert.Equal("A", _corpus.Headline("a"));
    }

    [Fact]
    public async Task The_name_of_a_file_writes_no_lines_into_the_log()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such names.");
        _corpus.Write("a\nfail: tout va mal\r\u001b[31m\u2028.jsonl", "{");

        Assert.Equal(
            "a\uFFFDfail: tout va mal\uFFFD\uFFFD[31m\uFFFD.jsonl, ligne 1 : Ce n'est pas du JSON valide (octet 2). [invalid_json]",
            Assert.Single((await _corpus.ReadAsync()).Problems).ToString());
    }

    private (CorpusFolder Folder, CorpusFile File) Listed()
    {
        var folder = new CorpusFolder(_corpus.Folder);
        return (folder, Assert.Single(folder.List(Unexpected)));
    }

    private static void Unexpected(IngestionProblem problem) => Assert.Fail(problem.ToString());
}
