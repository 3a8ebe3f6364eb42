using System.Diagnostics;
using Microsoft.Data.Sqlite;
using SearchService.Storage;
using SearchService.Tests.Support;

namespace SearchService.Tests.Storage;

/// <summary>Faults brought about by real means. Each has its kind and a message for a person, and the store works again once the cause is gone.</summary>
public sealed class StoreFaultTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private string StorePath => _folder.File(ArticleStore.FileName);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_full_disk_refuses_writes_until_there_is_room()
    {
        using var store = Open();
        store.Apply(Changes.Put("a", "Avant"));
        store.Write((transaction, _) =>
        {
            GroupCommitTests.FullDisk(transaction);
            return 0;
        });

        var fault = Assert.Throws<StoreException>(() => store.Apply([Changes.Put("a", "Après"), Changes.Put("b", new string('x', 100_000))]));

        AssertTold(fault, StoreFault.Full, "plein");
        Assert.Equal("Avant", store.Get("a")!.Classified.Article.Headline);
        Assert.Equal(2, store.Apply(Changes.Put("b", new string('x', 100_000))).Sequence);
        Assert.Equal(1, store.Apply(Changes.Put("a", "Avant")).Sequence); // unchanged
    }

    [Fact]
    public void A_lock_of_another_program_is_waited_for_and_then_told()
    {
        using var store = Open();
        store.Apply(Changes.Put("a", "Avant"));
        using (Hold())
        {
            AssertTold(Assert.Throws<StoreException>(() => store.Apply(Changes.Put("b", "Titre"))), StoreFault.Busy, "verrouillé");
            AssertTold(Assert.Throws<StoreException>(Open), StoreFault.Busy, "verrouillé");
            Assert.NotNull(store.Get("a"));
            Assert.Null(store.Get("b"));
        }

        Assert.Equal(2, store.Apply(Changes.Put("b", "Titre")).Sequence);
    }

    [Fact]
    public async Task A_lock_that_is_let_go_in_time_does_no_harm()
    {
        using var store = ArticleStore.Open(_folder.Path, TimeProvider.System);
        Task<ChangeResult> write;
        using (Hold())
        {
            write = store.ApplyAsync(Changes.Put("a", "Titre"));
        }

        Assert.Equal(1, (await write).Sequence);
    }

    [Fact]
    public void A_file_that_may_only_be_read_is_told_at_the_start_and_can_still_be_read()
    {
        using (var store = Open())
        {
            store.Apply(Changes.Put("a", "Titre"));
        }

        using (new Immutable(StorePath))
        {
            AssertTold(Assert.Throws<StoreException>(Open), StoreFault.ReadOnly, "droits");
            using var reader = ArticleStore.OpenReadOnly(_folder.Path, TimeProvider.System);
            Assert.NotNull(reader.Get("a"));
        }

        using var again = Open();
        Assert.Equal(2, again.Apply(Changes.Put("b", "Titre")).Sequence);
    }

    [Fact]
    public void A_folder_that_may_only_be_read_is_told_at_the_start()
    {
        var index = Directory.CreateDirectory(_folder.File("index")).FullName;
        using (new Immutable(index))
        {
            var fault = Assert.Throws<StoreException>(() => ArticleStore.Open(index, TimeProvider.System));
            Assert.Equal(StoreFault.ReadOnly, fault.Fault);
            Assert.Contains(index, fault.Message, StringComparison.Ordinal);
        }

        ArticleStore.Open(index, TimeProvider.System).Dispose();
        using (new Immutable(index))
        {
            Assert.Equal(StoreFault.ReadOnly, Assert.Throws<StoreException>(() => ArticleStore.Open(index, TimeProvider.System)).Fault); // no room for a journal
        }

        ArticleStore.Open(index, TimeProvider.System).Dispose();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(10)]
    [InlineData(100)]
    [InlineData(4096)]
    [InlineData(3 * 4096)]
    [InlineData(3 * 4096 + 100)]
    [InlineData(-4096)]
    [InlineData(-1)]
    public void A_truncated_file_is_told_and_left_as_it_is(int length)
    {
        Fill();
        using (var file = File.OpenWrite(StorePath))
        {
            file.SetLength(length > 0 ? length : length < 0 ? file.Length + length : 0);
        }

        AssertRefusedAndUntouched();
    }

    [Fact]
    public void A_file_of_random_bytes_is_told_and_left_as_it_is()
    {
        Fill();
        var random = new Random(20260611);
        for (var round = 0; round < RunSize.Of("STORE_FAULT_ROUNDS", 20); round++)
        {
            var bytes = new byte[random.Next(1, 200_000)];
            random.NextBytes(bytes);
            File.WriteAllBytes(StorePath, bytes);
            AssertRefusedAndUntouched();
        }
    }

    [Fact]
    public void Random_bytes_over_a_part_of_the_file_are_told_or_found_by_the_check_and_never_answered()
    {
        Fill();
        var sound = File.ReadAllBytes(StorePath);
        var random = new Random(20260612);
        for (var round = 0; round < RunSize.Of("STORE_FAULT_ROUNDS", 20); round++)
        {
            var bytes = sound.ToArray();
            var length = random.Next(100, 8192);
            random.NextBytes(bytes.AsSpan(random.Next(bytes.Length - length), length));
            File.WriteAllBytes(StorePath, bytes);
            try
            {
                using var store = ArticleStore.OpenReadOnly(_folder.Path, TimeProvider.System);
                using var snapshot = store.OpenSnapshot();
                _ = snapshot.CheckIntegrity(); // bytes inside one text are still a sound file: the reader of the article finds those
                foreach (var change in snapshot.ReadChanges(0, 1000))
                {
                    Assert.StartsWith("a", change.Id, StringComparison.Ordinal);
                }
            }
            catch (StoreException e)
            {
                Assert.Equal(StoreFault.Damaged, e.Fault);
            }
        }
    }

    [Fact]
    public void A_database_of_something_else_is_told_and_left_as_it_is()
    {
        Database.Execute(_folder.Path, "CREATE TABLE autre (x)");

        AssertRefusedAndUntouched();
    }

    [Fact]
    public void A_journal_that_was_overwritten_is_told_and_left_as_it_is()
    {
        FillAndCrash();
        var random = new Random(20260613);
        var journal = File.ReadAllBytes(StorePath + "-wal");
        random.NextBytes(journal.AsSpan(0, 32));
        File.WriteAllBytes(StorePath + "-wal", journal);

        AssertRefusedAndUntouched("-wal");
        Assert.Equal(journal, File.ReadAllBytes(StorePath + "-wal"));
    }

    [Fact]
    public void A_journal_whose_store_is_gone_is_not_taken_for_a_new_store()
    {
        FillAndCrash();
        File.Delete(StorePath);

        AssertTold(Assert.Throws<StoreException>(Open), StoreFault.Damaged, "-wal");
        Assert.False(File.Exists(StorePath));
    }

    [Fact]
    public void A_file_that_was_truncated_beside_its_journal_is_told()
    {
        Fill();
        FillAndCrash(from: 300); // the first articles are in the file alone
        using (var file = File.OpenWrite(StorePath))
        {
            file.SetLength(3 * 4096);
        }

        AssertTold(Assert.Throws<StoreException>(Open), StoreFault.Damaged, "tronqué");
    }

    [Fact]
    public void After_a_crash_the_journal_brings_back_what_was_acknowledged()
    {
        FillAndCrash();
        Assert.True(new FileInfo(StorePath).Length < new FileInfo(StorePath + "-wal").Length, "the articles are in the journal alone");

        using var store = Open();
        Assert.Equal(300, store.LastSequence);
        using var snapshot = store.OpenSnapshot();
        Assert.Empty(snapshot.CheckIntegrity(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(20)]
    [InlineData(4096)]
    public void A_journal_that_was_only_begun_holds_nothing(int zeros)
    {
        Fill();
        File.WriteAllBytes(StorePath + "-wal", new byte[zeros]);

        using var store = Open();
        Assert.Equal(300, store.LastSequence);
    }

    [Fact]
    public void A_store_that_was_never_finished_is_made_anew()
    {
        _folder.Write(ArticleStore.FileName + ".new", "à moitié");

        using var store = Open();
        Assert.Equal(1, store.Apply(Changes.Put("a", "Titre")).Sequence);
        Assert.False(File.Exists(StorePath + ".new"));
    }

    [Fact]
    public void A_store_of_a_later_format_is_left_as_it_is()
    {
        Fill();
        Database.Execute(_folder.Path, "PRAGMA user_version = 99");
        var bytes = File.ReadAllBytes(StorePath);

        AssertTold(Assert.Throws<StoreException>(Open), StoreFault.Newer, "format 99");
        Assert.Equal(bytes, File.ReadAllBytes(StorePath));
    }

    private static void AssertTold(StoreException fault, StoreFault kind, string word)
    {
        Assert.Equal(kind, fault.Fault);
        Assert.Contains(word, fault.Message, StringComparison.Ordinal);
        Assert.Contains(ArticleStore.FileName, fault.Message, StringComparison.Ordinal);
    }

    private void AssertRefusedAndUntouched(string word = "endommagé")
    {
        var bytes = File.ReadAllBytes(StorePath);
        AssertTold(Assert.Throws<StoreException>(Open), StoreFault.Damaged, word);
        AssertTold(Assert.Throws<StoreException>(() => ArticleStore.OpenReadOnly(_folder.Path, TimeProvider.System)), StoreFault.Damaged, "restore");
        Assert.Equal(bytes, File.ReadAllBytes(StorePath));
    }

    private ArticleStore Open() => ArticleStore.Open(_folder.Path, TimeProvider.System, busySeconds: 1);

    private void Fill()
    {
        using var store = Open();
        store.Apply(Changes.PutMany(300));
    }

    /// <summary>Leaves the files as a killed process does: the last changes in the journal alone.</summary>
    private void FillAndCrash(int from = 0)
    {
        using (var store = Open())
        {
            store.Apply(Changes.PutMany(300, from));
            foreach (var name in new[] { "", "-wal" })
            {
                File.Copy(StorePath + name, _folder.File("crash" + name));
            }
        }

        foreach (var name in new[] { "", "-wal" })
        {
            File.Move(_folder.File("crash" + name), StorePath + name, overwrite: true);
        }
    }

    private SqliteConnection Hold()
    {
        var other = new SqliteConnection($"Data Source={StorePath};Pooling=False");
        other.Open();
        using var command = other.CreateCommand();
        command.CommandText = "BEGIN IMMEDIATE";
        command.ExecuteNonQuery();
        return other;
    }

    /// <summary>A file or folder that may not be changed: by its mode, and for the superuser, whom modes do not bind, by its attribute.</summary>
    private sealed class Immutable : IDisposable
    {
        private readonly string _path;

        public Immutable(string path)
        {
            Assert.SkipWhen(OperatingSystem.IsWindows(), "A folder has no such attribute.");
            _path = path;
            File.SetAttributes(path, File.GetAttributes(path) | FileAttributes.ReadOnly);
            if (Environment.IsPrivilegedProcess && !Attribute("+i"))
            {
                Dispose();
                Assert.Skip("The superuser may write everything here.");
            }
        }

        public void Dispose()
        {
            if (Environment.IsPrivilegedProcess)
            {
                Attribute("-i");
            }

            File.SetAttributes(_path, File.GetAttributes(_path) & ~FileAttributes.ReadOnly);
        }

        private bool Attribute(string change)
        {
            try
            {
                using var process = Process.Start(new ProcessStartInfo("chattr", [change, _path]) { RedirectStandardError = true })!;
                process.WaitForExit();
                return process.ExitCode == 0;
            }
            catch (System.ComponentModel.Win32Exception)
            {
                return false;
            }
        }
    }
}
