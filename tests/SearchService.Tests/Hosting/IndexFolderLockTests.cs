using System.Diagnostics;
using System.Globalization;
using SearchService.Hosting;
using SearchService.Tests.Support;

namespace SearchService.Tests.Hosting;

public sealed class IndexFolderLockTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_second_taker_is_told_who_holds_the_folder()
    {
        using var held = IndexFolderLock.Take(_folder.Path, "http://127.0.0.1:5080");

        var fault = Assert.Throws<IndexFolderInUseException>(() => IndexFolderLock.Take(_folder.Path, null));

        Assert.Equal(
            string.Create(
                CultureInfo.InvariantCulture,
                $"Le dossier d'index {_folder.Path} est utilisé par le processus {Environment.ProcessId} à l'adresse http://127.0.0.1:5080. ")
            + "Arrêtez-le, ou adressez-lui le travail avec --url (import et rebuild).",
            fault.Message);
    }

    [Fact]
    public void A_holder_that_listens_nowhere_is_named_without_an_address()
    {
        using var held = IndexFolderLock.Take(_folder.Path, null);

        var fault = Assert.Throws<IndexFolderInUseException>(() => IndexFolderLock.Take(_folder.Path, null));

        Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"le processus {Environment.ProcessId}. "), fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_address_may_be_told_later()
    {
        using var held = IndexFolderLock.Take(_folder.Path, "http://127.0.0.1:0");
        held.Announce("http://127.0.0.1:40123");

        var fault = Assert.Throws<IndexFolderInUseException>(() => IndexFolderLock.Take(_folder.Path, null));

        Assert.Contains("http://127.0.0.1:40123.", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    public void A_holder_without_a_readable_note_is_another_process(string note)
    {
        using var held = IndexFolderLock.Take(_folder.Path, null);
        _folder.Write("service.json", note);

        var fault = Assert.Throws<IndexFolderInUseException>(() => IndexFolderLock.Take(_folder.Path, null));

        Assert.Contains("utilisé par un autre processus.", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_folder_is_free_again_once_it_is_let_go()
    {
        IndexFolderLock.Take(_folder.Path, "http://127.0.0.1:5080").Dispose();
        Assert.False(File.Exists(_folder.File("service.json")));

        IndexFolderLock.Take(_folder.Path, null).Dispose();
    }

    [Fact]
    public void A_folder_is_made_if_it_is_missing()
    {
        using var held = IndexFolderLock.Take(_folder.File("neuf/index"), null);

        Assert.True(Directory.Exists(_folder.File("neuf/index")));
    }

    [Fact]
    public void What_a_dead_process_left_behind_holds_nothing()
    {
        _folder.Write("service.lock", "");
        _folder.Write("service.json", """{"Process":999999999,"Address":"http://127.0.0.1:5080"}""");

        using var held = IndexFolderLock.Take(_folder.Path, null);

        var fault = Assert.Throws<IndexFolderInUseException>(() => IndexFolderLock.Take(_folder.Path, null));
        Assert.DoesNotContain("999999999", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_process_holds_the_folder_until_it_dies()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && File.Exists("/usr/bin/flock"), "flock(1) is not here.");
        _folder.Write("service.lock", "");
        var command = new ProcessStartInfo("/usr/bin/flock", ["--no-fork", _folder.File("service.lock"), "sh", "-c", "echo held; exec sleep 600"])
        {
            RedirectStandardOutput = true,
        };
        using var other = Process.Start(command)!;
        try
        {
            Assert.Equal("held", await other.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken));
            Assert.Throws<IndexFolderInUseException>(() => IndexFolderLock.Take(_folder.Path, null));
        }
        finally
        {
            other.Kill();
            await other.WaitForExitAsync(CancellationToken.None);
        }

        IndexFolderLock.Take(_folder.Path, null).Dispose();
    }

    [Fact]
    public void A_file_in_the_place_of_the_folder_is_a_wrong_setting()
    {
        var file = _folder.Write("index", "un fichier");

        var fault = Assert.Throws<SettingsException>(() => IndexFolderLock.Take(file, null));

        Assert.StartsWith($"Index:Directory = {file} : le dossier ne peut pas être créé", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_engines_do_not_share_a_folder()
    {
        using var engine = new TestEngine();
        engine.Index(Make.Article("a", "Titre"));

        Assert.Throws<IndexFolderInUseException>(() => IndexFolderLock.Take(engine.IndexDirectory, null));
    }
}
