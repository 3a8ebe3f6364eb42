using Lucene.Net.Index;
using SearchService.Analysis;
using SearchService.Articles;
using SearchService.Indexing;
using SearchService.Indexing.Files;
using SearchService.Storage;
using SearchService.Tests.Support;

namespace SearchService.Tests.Indexing;

public sealed class GenerationChecksTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(3, true)]
    [InlineData(2, false)]
    [InlineData(4, false)]
    public void The_count_must_be_that_of_the_store(long inStore, bool passed)
    {
        using var generation = Build("000001", 3);
        generation.Commit();

        var checks = GenerationChecks.Run(generation, inStore);

        Assert.Equal(passed, checks.Single(check => check.Name == "count").Passed);
        Assert.True(checks.Single(check => check.Name == "opens").Passed);
        Assert.True(checks.Single(check => check.Name == "duplicates").Passed);
    }

    [Theory]
    [InlineData("a b c", 0)]
    [InlineData("a b a", 1)]
    [InlineData("a a a", 1)]
    [InlineData("a b | a", 1)]
    [InlineData("a | a | b | b c", 2)]
    [InlineData("", 0)]
    public void Identifiers_that_stand_twice_are_counted_over_all_segments(string ids, int duplicates)
    {
        using var directory = new MappedDirectory(_folder.Path);
        using var writer = new IndexWriter(directory, new IndexWriterConfig(FrenchAnalyzer.Compatibility, IndexSchema.CreateAnalyzer()));
        foreach (var id in ids.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (id == "|")
            {
                writer.Commit();
            }
            else
            {
                writer.AddDocument(new ArticleDocumentBuilder().Build(Make.Plain(Make.Article(id, "Titre")), 1));
            }
        }

        using var reader = DirectoryReader.Open(writer, applyAllDeletes: true);
        Assert.Equal(duplicates, GenerationChecks.CountDuplicates(reader));
    }

    [Fact]
    public void A_replaced_article_is_no_duplicate()
    {
        using var generation = Build("000001", 3);
        generation.Apply([Put(4, "a1", 2)], 1);
        generation.Refresh();

        using var lease = generation.Acquire();
        Assert.Equal(0, GenerationChecks.CountDuplicates(lease.Searcher.IndexReader));
        Assert.Equal(new Dictionary<string, long> { ["a1"] = 2, ["a2"] = 1, ["a3"] = 1 }, GenerationChecks.ReadVersions(lease));
    }

    [Fact]
    public void A_sound_generation_has_no_damage_also_while_it_is_written()
    {
        using var generation = Build("000001", 3);
        generation.Commit();
        generation.Apply([Put(4, "a1", 2)], 1);

        Assert.Null(GenerationChecks.FindDamage(generation.Path));
    }

    [Fact]
    public async Task Commits_and_merges_meanwhile_are_no_damage()
    {
        using var generation = Build("000001", 500);
        generation.Commit();
        using var enough = new CancellationTokenSource();
        var writing = Task.Run(() =>
        {
            for (long sequence = 501; !enough.IsCancellationRequested; sequence++)
            {
                generation.Apply([Put(sequence, $"a{sequence % 500}", sequence)], 1);
                generation.Commit();
            }
        });
        try
        {
            for (var i = 0; i < 100; i++)
            {
                Assert.Null(GenerationChecks.FindDamage(generation.Path));
            }
        }
        finally
        {
            await enough.CancelAsync();
            await writing;
        }
    }

    [Fact]
    public void A_missing_generation_is_damage() => Assert.NotNull(GenerationChecks.FindDamage(_folder.File("000009")));

    [Fact]
    public void A_flipped_byte_in_any_file_is_found()
    {
        using (var generation = Build("000001", 40))
        {
            generation.Commit();
        }

        foreach (var file in IndexFiles())
        {
            var sound = File.ReadAllBytes(file);
            var flipped = (byte[])sound.Clone();
            flipped[flipped.Length / 2] ^= 0x40;
            File.WriteAllBytes(file, flipped);
            Assert.True(GenerationChecks.FindDamage(_folder.File("000001")) is not null, Path.GetFileName(file));
            File.WriteAllBytes(file, sound);
        }

        Assert.Null(GenerationChecks.FindDamage(_folder.File("000001")));
    }

    [Theory]
    [InlineData(20)]
    [InlineData(0)]
    public void A_hint_that_a_loss_of_power_left_empty_is_no_damage(int zeros)
    {
        using (var generation = Build("000001", 40))
        {
            generation.Commit();
        }

        File.WriteAllBytes(Path.Combine(_folder.File("000001"), "segments.gen"), new byte[zeros]);

        Assert.Null(GenerationChecks.FindDamage(_folder.File("000001")));
    }

    [Fact]
    public void A_file_that_was_cut_short_or_lost_is_found()
    {
        using (var generation = Build("000001", 40))
        {
            generation.Commit();
        }

        foreach (var file in IndexFiles())
        {
            var sound = File.ReadAllBytes(file);
            File.WriteAllBytes(file, sound[..(sound.Length / 2)]);
            Assert.True(GenerationChecks.FindDamage(_folder.File("000001")) is not null, Path.GetFileName(file) + " cut short");
            File.Delete(file);
            Assert.True(GenerationChecks.FindDamage(_folder.File("000001")) is not null, Path.GetFileName(file) + " lost");
            File.WriteAllBytes(file, sound);
        }
    }

    private static StoredChange Put(long sequence, string id, long version) =>
        new(sequence, id, Make.Plain(Make.Article(id, $"Titre {sequence}", "Un paragraphe.") with { Status = ArticleStatus.Usable }), version);

    /// <summary>The files that a commit cannot do without: not the lock, nor the help for file systems without listings, nor the list of checksums.</summary>
    private string[] IndexFiles() =>
        [.. Directory.EnumerateFiles(_folder.File("000001")).Where(file =>
            Path.GetFileName(file) is not ("write.lock" or "segments.gen") && !Path.GetFileName(file).StartsWith("checksums_", StringComparison.Ordinal))];

    private IndexGeneration Build(string name, int articles)
    {
        var generation = IndexGeneration.Create(_folder.File(name), DateTimeOffset.UnixEpoch);
        generation.Apply([.. Enumerable.Range(1, articles).Select(i => Put(i, $"a{i}", 1))], 1);
        generation.Refresh();
        return generation;
    }
}
