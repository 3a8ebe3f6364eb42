using Microsoft.Extensions.Time.Testing;
using SearchService.Storage;
using SearchService.Tests.Support;

namespace SearchService.Tests.Storage;

public sealed class StoreRestoreTests : IDisposable
{
    private const string Stamp = "20260611T080000Z";

    private readonly TempFolder _folder = new();
    private readonly FakeTimeProvider _time = new(Make.Date("2026-06-11T10:00:00+02:00"));

    public StoreRestoreTests()
    {
        using var store = Open();
        store.Apply(Changes.PutMany(100));
        StoreBackup.Create(Index, Backup, _time, _ => { }, CancellationToken.None);
        store.Apply([Changes.Put("apres", "Après la sauvegarde"), ArticleChange.Delete("a1")]);
    }

    private string Index => _folder.File("index");

    private string Backup => _folder.File("copie");

    private string StorePath => Path.Combine(Index, ArticleStore.FileName);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_was_saved_is_back_and_the_former_store_is_kept()
    {
        var former = File.ReadAllBytes(StorePath);

        Assert.Equal($"{StorePath}.damaged-{Stamp}", Restore());

        Assert.Equal(former, File.ReadAllBytes($"{StorePath}.damaged-{Stamp}"));
        AssertRestored();
    }

    [Fact]
    public void A_restored_store_is_another_store_to_an_index()
    {
        var before = IdentityOf();
        Restore();
        var after = IdentityOf();
        Restore();

        Assert.Equal(3, new[] { before, after, IdentityOf() }.Distinct().Count());
        Assert.Equal(IdentityOf(), IdentityOf());
    }

    [Fact]
    public void Stores_that_were_set_aside_never_overwrite_each_other()
    {
        Restore();
        Restore();
        Restore();

        Assert.Equal(3, Directory.GetFiles(Index, "articles.db.damaged-*").Length);
        AssertRestored();
    }

    [Fact]
    public void A_folder_without_a_store_gets_one()
    {
        Directory.Delete(Index, recursive: true);

        Assert.Null(Restore());

        AssertRestored();
    }

    [Fact]
    public void A_damaged_store_is_set_aside_with_its_journal()
    {
        File.WriteAllBytes(StorePath, [1, 2, 3]);
        File.WriteAllBytes(StorePath + "-wal", [4, 5, 6]);

        var aside = Restore();

        Assert.Equal([1, 2, 3], File.ReadAllBytes(aside!));
        Assert.Equal([4, 5, 6], File.ReadAllBytes(aside + "-wal"));
        AssertRestored();
    }

    /// <summary>A restore that was decided and then cut off: the names that were given before the crash.</summary>
    [Theory]
    [InlineData("", "")]
    [InlineData("db", "")]
    [InlineData("db", "db")]
    [InlineData("db,wal", "")]
    [InlineData("db,wal", "db")]
    [InlineData("db,wal", "db,wal")]
    public void A_restore_that_was_cut_off_is_finished_by_the_next_start(string present, string moved)
    {
        var copy = StoreRestore.Prepare(Index, Backup, _time, _ => { }, CancellationToken.None);
        Assert.Equal(100, copy.Manifest.Articles);
        File.Move(StorePath + ".part", $"{StorePath}.restored-{Stamp}");
        File.Delete(StorePath);
        var names = new Dictionary<string, string> { ["db"] = "", ["wal"] = "-wal" };
        foreach (var part in present.Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            var path = moved.Split(',').Contains(part) ? $"{StorePath}.damaged-{Stamp}" : StorePath;
            File.WriteAllText(path + names[part], part);
        }

        AssertRestored();

        foreach (var part in present.Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            Assert.Equal(part, File.ReadAllText($"{StorePath}.damaged-{Stamp}{names[part]}"));
        }

        Assert.Empty(Directory.GetFiles(Index, "*.restored-*"));
    }

    [Fact]
    public void A_copy_that_was_not_decided_changes_nothing()
    {
        StoreRestore.Prepare(Index, Backup, _time, _ => { }, CancellationToken.None);

        using var store = Open();
        Assert.NotNull(store.Get("apres"));
    }

    [Theory]
    [InlineData("byte")]
    [InlineData("end")]
    [InlineData("missing")]
    [InlineData("no manifest")]
    [InlineData("empty manifest")]
    [InlineData("foreign manifest")]
    [InlineData("later manifest")]
    [InlineData("another sum")]
    [InlineData("no folder")]
    public void A_backup_that_is_not_whole_is_refused_and_nothing_changes(string fault)
    {
        var copy = Path.Combine(Backup, ArticleStore.FileName);
        var manifest = Path.Combine(Backup, BackupManifest.FileName);
        var bytes = File.ReadAllBytes(copy);
        switch (fault)
        {
            case "byte":
                bytes[bytes.Length / 2] ^= 1;
                File.WriteAllBytes(copy, bytes);
                break;
            case "end":
                File.WriteAllBytes(copy, bytes[..^1]);
                break;
            case "missing":
                File.Delete(copy);
                break;
            case "no manifest":
                File.Delete(manifest);
                break;
            case "empty manifest":
                File.WriteAllText(manifest, "");
                break;
            case "foreign manifest":
                File.WriteAllText(manifest, "{}");
                break;
            case "later manifest":
                File.WriteAllText(manifest, File.ReadAllText(manifest).Replace("\"format\": 1", "\"format\": 2", StringComparison.Ordinal));
                break;
            case "another sum":
                (BackupManifest.Read(Backup) with { Sha256 = new string('0', 64) }).Write(manifest);
                break;
            default:
                Directory.Delete(Backup, recursive: true);
                break;
        }

        AssertRefused();
    }

    [Fact]
    public void A_backup_that_was_damaged_before_its_sum_was_taken_is_refused()
    {
        var copy = Path.Combine(Backup, ArticleStore.FileName);
        var bytes = File.ReadAllBytes(copy);
        bytes.AsSpan(4 * 4096, 4096).Fill(0xA5);
        Rewrite(bytes);

        AssertRefused();
    }

    [Fact]
    public void A_backup_of_a_later_program_is_refused()
    {
        Database.Execute(Backup, "PRAGMA user_version = 99");
        Rewrite(File.ReadAllBytes(Path.Combine(Backup, ArticleStore.FileName)));

        Assert.Equal(StoreFault.Newer, AssertRefused().Fault);
    }

    [Fact]
    public void A_restore_that_is_stopped_changes_nothing()
    {
        using var stop = new CancellationTokenSource();
        var files = Files();

        Assert.ThrowsAny<OperationCanceledException>(() => StoreRestore.Prepare(Index, Backup, _time, _ => stop.Cancel(), stop.Token));

        Assert.Equal(files, Files());
    }

    private StoreException AssertRefused()
    {
        var files = Files();
        var store = File.ReadAllBytes(StorePath);
        var fault = Assert.Throws<StoreException>(() => StoreRestore.Prepare(Index, Backup, _time, _ => { }, CancellationToken.None));
        Assert.Contains(Backup, fault.Message, StringComparison.Ordinal);
        Assert.Equal(files, Files());
        Assert.Equal(store, File.ReadAllBytes(StorePath));
        return fault;
    }

    private void AssertRestored()
    {
        using var store = Open();
        Assert.Equal(100, store.LastSequence);
        Assert.NotNull(store.Get("a1"));
        Assert.Null(store.Get("apres"));
        using var snapshot = store.OpenSnapshot();
        Assert.Empty(snapshot.CheckIntegrity(TestContext.Current.CancellationToken));
        Assert.Equal(101, store.Apply(Changes.Put("neuf", "Titre")).Sequence);
    }

    private void Rewrite(byte[] copy)
    {
        File.WriteAllBytes(Path.Combine(Backup, ArticleStore.FileName), copy);
        (BackupManifest.Read(Backup) with { Sha256 = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(copy)), SizeBytes = copy.Length })
            .Write(Path.Combine(Backup, BackupManifest.FileName));
    }

    private string? Restore() => StoreRestore.Prepare(Index, Backup, _time, _ => { }, CancellationToken.None).Decide();

    private string IdentityOf()
    {
        using var store = Open();
        return store.Identity;
    }

    private ArticleStore Open() => ArticleStore.Open(Index, _time);

    private List<string> Files() => [.. Directory.EnumerateFileSystemEntries(Index).Order(StringComparer.Ordinal)];
}
