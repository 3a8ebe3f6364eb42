using System.Security.Cryptography;
using SearchService.Articles;
using SearchService.Storage;
using SearchService.Tests.Support;

namespace SearchService.Tests.Storage;

public sealed class StoreBackupTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly ArticleStore _store;

    public StoreBackupTests() => _store = ArticleStore.Open(_folder.File("index"), TimeProvider.System);

    private string Target => _folder.File("copie");

    public void Dispose()
    {
        _store.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void A_backup_is_one_file_that_its_manifest_describes()
    {
        _store.Apply([.. Changes.PutMany(50), Changes.Put("caché", "Titre", status: ArticleStatus.Withheld), ArticleChange.Delete("a3")]);

        var manifest = Backup();

        Assert.Equal(["articles.db", "backup.json"], Directory.EnumerateFileSystemEntries(Target).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        var bytes = File.ReadAllBytes(Path.Combine(Target, "articles.db"));
        Assert.Equal((1, 52L, 49L, bytes.LongLength), (manifest.Format, manifest.Sequence, manifest.Articles, manifest.SizeBytes));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(bytes)), manifest.Sha256);
        Assert.Equal(manifest, BackupManifest.Read(Target));
    }

    [Fact]
    public async Task A_backup_beside_a_writer_holds_all_changes_up_to_its_number_and_none_after()
    {
        _store.Apply(Changes.PutMany(2000));
        using var stop = new CancellationTokenSource();
        var written = 0;
        var writing = Task.Run(
            () =>
            {
                while (!stop.IsCancellationRequested)
                {
                    _store.Apply(Changes.PutMany(20, from: 2000 + 20 * written++));
                }
            },
            TestContext.Current.CancellationToken);
        var acknowledged = _store.LastSequence;

        var manifest = Backup(); // from the start of the copy to the end of its check, the writer goes on
        await stop.CancelAsync();
        await writing;

        Assert.InRange(manifest.Sequence, acknowledged, _store.LastSequence);
        Assert.Equal(0, manifest.Sequence % 20); // whole transactions
        using var copy = ArticleStore.OpenReadOnly(Target, TimeProvider.System);
        using var snapshot = copy.OpenSnapshot();
        Assert.Equal(
            Enumerable.Range(0, (int)manifest.Sequence).Select(i => $"a{i}"), snapshot.ReadChanges(0, int.MaxValue).Select(change => change.Id));
    }

    [Fact]
    public void A_folder_that_is_not_empty_is_left_as_it_is()
    {
        _folder.Write("copie/autre.txt", "à moi");

        Assert.Contains(Target, Assert.Throws<StoreException>(Backup).Message, StringComparison.Ordinal);

        Assert.Equal(["autre.txt"], Directory.EnumerateFileSystemEntries(Target).Select(Path.GetFileName));
    }

    [Fact]
    public void A_former_backup_is_never_overwritten()
    {
        var first = Backup();
        _store.Apply(Changes.Put("a", "Titre"));

        Assert.Throws<StoreException>(Backup);

        Assert.Equal(first, BackupManifest.Read(Target));
    }

    [Fact]
    public void What_an_attempt_that_was_killed_left_is_no_hindrance()
    {
        _folder.Write("copie/articles.db.part", "à moitié");

        Backup();

        Assert.Equal(2, Directory.EnumerateFiles(Target).Count());
    }

    [Fact]
    public void A_folder_that_cannot_be_written_gives_a_clear_message()
    {
        var file = _folder.Write("fichier", "");
        Assert.Contains(file, Assert.Throws<StoreException>(() => Backup(file)).Message, StringComparison.Ordinal);
        Assert.Contains(file, Assert.Throws<StoreException>(() => Backup(Path.Combine(file, "dessous"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_store_no_folder_is_made()
    {
        var fault = Assert.Throws<StoreException>(
            () => StoreBackup.Create(_folder.File("vide"), Target, TimeProvider.System, _ => { }, CancellationToken.None));

        Assert.Equal(StoreFault.Missing, fault.Fault);
        Assert.False(Directory.Exists(Target));
    }

    [Fact]
    public void A_damaged_store_gives_no_backup_and_is_named()
    {
        _store.Apply(Changes.PutMany(1000));
        _store.Dispose();
        var bytes = File.ReadAllBytes(_store.Path);
        bytes.AsSpan(12 * 4096, 3 * 4096).Fill(0xA5);
        File.WriteAllBytes(_store.Path, bytes);

        var fault = Assert.Throws<StoreException>(Backup);

        Assert.Equal(StoreFault.Damaged, fault.Fault);
        Assert.Contains(_store.Path, fault.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Target));
    }

    [Theory]
    [InlineData("Copie")]
    [InlineData("Contrôle")]
    public void A_backup_that_is_stopped_leaves_nothing(string step)
    {
        using var stop = new CancellationTokenSource();

        Assert.ThrowsAny<OperationCanceledException>(() => StoreBackup.Create(
            _folder.File("index"), Target, TimeProvider.System,
            told =>
            {
                if (told.StartsWith(step, StringComparison.Ordinal))
                {
                    stop.Cancel();
                }
            },
            stop.Token));

        Assert.False(Directory.Exists(Target));
    }

    private BackupManifest Backup() => Backup(Target);

    private BackupManifest Backup(string target) =>
        StoreBackup.Create(_folder.File("index"), target, TimeProvider.System, _ => { }, CancellationToken.None);
}
