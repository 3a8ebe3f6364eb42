using SearchService.Analysis;
using SearchService.Indexing;
using SearchService.Storage;
using SearchService.Tests.Support;

namespace SearchService.Tests.Indexing;

public sealed class IndexGenerationTests : IDisposable
{
    private static readonly DateTimeOffset Now = Make.Date("2025-06-21T12:00:00+02:00");

    private readonly TempFolder _folder = new();

    private string Path => _folder.File("000001");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_new_generation_is_empty_and_tells_who_made_it()
    {
        using var generation = IndexGeneration.Create(Path, Now);

        Assert.Equal("000001", generation.Name);
        Assert.Equal(new CommitData(0, Now, FrenchAnalyzer.Version, IndexSchema.Version), generation.Data);
        Assert.True(generation.Data.IsCurrent);
        Assert.Equal(0, Documents(generation));
        Assert.True(generation.SizeBytes() > 0);
    }

    [Fact]
    public void Changes_show_after_a_refresh_and_are_durable_after_a_commit()
    {
        using var generation = IndexGeneration.Create(Path, Now);

        generation.Apply(Puts(1, 3), parallelism: 1);
        Assert.Equal((3, 0, 0), Sequences(generation));
        Assert.Equal(0, Documents(generation));

        generation.Refresh();
        Assert.Equal((3, 3, 0), Sequences(generation));
        Assert.Equal(3, Documents(generation));

        generation.Commit();
        Assert.Equal((3, 3, 3), Sequences(generation));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void A_change_replaces_and_a_deletion_removes(int parallelism)
    {
        using var generation = IndexGeneration.Create(Path, Now);
        generation.Apply(Puts(1, 50), parallelism);

        generation.Apply([Put(51, "a1", "Corrigé"), new StoredChange(52, "a2", null, 0), new StoredChange(53, "jamais-vu", null, 0)], parallelism);
        generation.Refresh();

        Assert.Equal(49, Documents(generation));
        Assert.Equal(53, generation.VisibleSequence);
        using var lease = generation.Acquire();
        Assert.Equal(0, GenerationChecks.CountDuplicates(lease.Searcher.IndexReader));
        var versions = GenerationChecks.ReadVersions(lease);
        Assert.Equal(51, versions["a1"]);
        Assert.DoesNotContain("a2", versions);
    }

    [Fact]
    public void Nothing_to_apply_changes_nothing()
    {
        using var generation = IndexGeneration.Create(Path, Now);

        generation.Apply([], parallelism: 2);

        Assert.Equal((0, 0, 0), Sequences(generation));
    }

    [Fact]
    public void A_lease_keeps_its_view()
    {
        using var generation = IndexGeneration.Create(Path, Now);
        generation.Apply(Puts(1, 2), 1);
        generation.Refresh();
        using var before = generation.Acquire();

        generation.Apply(Puts(3, 2), 1);
        generation.Refresh();

        using var after = generation.Acquire();
        Assert.Equal((2, 2), (before.Searcher.IndexReader.NumDocs, before.Sequence));
        Assert.Equal((4, 4), (after.Searcher.IndexReader.NumDocs, after.Sequence));
    }

    [Fact]
    public void A_generation_that_is_opened_again_goes_on_after_its_last_commit()
    {
        using (var generation = IndexGeneration.Create(Path, Now))
        {
            generation.Apply(Puts(1, 3), 1);
            generation.Commit();
            generation.Apply(Puts(4, 2), 1);
            generation.Refresh();
            Assert.Equal(5, Documents(generation));
        }

        using var again = IndexGeneration.Open(Path);
        Assert.Equal((3, 3, 3), Sequences(again));
        Assert.Equal(3, Documents(again));
        Assert.Equal(Now, again.Data.BuiltAt);

        again.Apply(Puts(4, 2), 1);
        again.Refresh();
        Assert.Equal(5, Documents(again));
    }

    [Fact]
    public void A_second_writer_is_refused_and_a_reader_is_not()
    {
        using var writer = IndexGeneration.Create(Path, Now);
        writer.Apply(Puts(1, 3), 1);
        writer.Commit();
        writer.Apply(Puts(4, 1), 1);

        var fault = Assert.Throws<IndexException>(() => IndexGeneration.Open(Path));
        Assert.Contains("being written by another process", fault.Message, StringComparison.Ordinal);
        Assert.Contains(Path, fault.Message, StringComparison.Ordinal);

        using var reader = IndexGeneration.OpenReadOnly(Path);
        Assert.Equal(3, Documents(reader));
        Assert.Equal(3, reader.VisibleSequence);
    }

    [Fact]
    public void A_generation_opened_for_reading_writes_nothing()
    {
        IndexGeneration.Create(Path, Now).Dispose();
        using var reader = IndexGeneration.OpenReadOnly(Path);

        Assert.Throws<InvalidOperationException>(() => reader.Apply(Puts(1, 1), 1));
        Assert.Throws<InvalidOperationException>(reader.Commit);
    }

    [Fact]
    public void A_missing_generation_cannot_be_opened()
    {
        Assert.Throws<IndexException>(() => IndexGeneration.Open(Path));
        Assert.Throws<IndexException>(() => IndexGeneration.OpenReadOnly(_folder.File("000002")));
    }

    [Fact]
    public void An_index_of_another_program_cannot_be_opened()
    {
        using (var directory = new SearchService.Indexing.Files.MappedDirectory(Path))
        using (new Lucene.Net.Index.IndexWriter(directory, new Lucene.Net.Index.IndexWriterConfig(FrenchAnalyzer.Compatibility, null)))
        {
        }

        var fault = Assert.Throws<IndexException>(() => IndexGeneration.Open(Path));
        Assert.Contains("not written by this program", fault.Message, StringComparison.Ordinal);
        Assert.Throws<IndexException>(() => IndexGeneration.OpenReadOnly(Path));

        // Neither attempt keeps the folder.
        Directory.Delete(Path, recursive: true);
        IndexGeneration.Create(Path, Now).Dispose();
    }

    [Fact]
    public void A_damaged_generation_cannot_be_opened()
    {
        using (var generation = IndexGeneration.Create(Path, Now))
        {
            generation.Apply(Puts(1, 5), 1);
            generation.Commit();
        }

        foreach (var file in Directory.EnumerateFiles(Path, "segments_*"))
        {
            File.WriteAllBytes(file, File.ReadAllBytes(file)[..^9]);
        }

        Assert.Throws<IndexException>(() => IndexGeneration.Open(Path));
        Assert.Throws<IndexException>(() => IndexGeneration.OpenReadOnly(Path));
    }

    [Fact]
    public void A_lease_outlives_its_generation()
    {
        var generation = IndexGeneration.Create(Path, Now);
        generation.Apply(Puts(1, 3), 1);
        generation.Refresh();
        var lease = generation.Acquire();

        generation.Dispose();
        Directory.Delete(Path, recursive: true);

        Assert.Equal(3, lease.Searcher.Search(new Lucene.Net.Search.MatchAllDocsQuery(), 10).TotalHits);
        Assert.Throws<ObjectDisposedException>(generation.Acquire);
        lease.Dispose();
        lease.Dispose();
        Assert.Throws<ObjectDisposedException>(() => lease.Searcher);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void A_fault_while_changes_are_applied_is_the_same_on_one_thread_and_on_many(int parallelism)
    {
        var generation = IndexGeneration.Create(Path, Now);
        generation.Dispose();

        Assert.ThrowsAny<ObjectDisposedException>(() => generation.Apply(Puts(1, 20), parallelism));
    }

    [Fact]
    public async Task A_lease_never_promises_more_than_its_view_holds()
    {
        using var generation = IndexGeneration.Create(Path, Now);
        using var stop = new CancellationTokenSource();
        var leases = Task.Run(
            () =>
            {
                while (!stop.IsCancellationRequested)
                {
                    using var lease = generation.Acquire();
                    Assert.InRange(lease.Sequence, 0, lease.Searcher.IndexReader.NumDocs);
                }
            },
            TestContext.Current.CancellationToken);

        for (var sequence = 1; sequence <= 150; sequence++)
        {
            generation.Apply(Puts(sequence, 1), 1);
            generation.Refresh();
        }

        await stop.CancelAsync();
        await leases;
    }

    private static StoredChange Put(long sequence, string id, string headline) =>
        new(sequence, id, Make.Plain(Make.Article(id, headline, "Un paragraphe de quelques mots.")), sequence);

    /// <summary>New articles <c>a1</c>, <c>a2</c>, …, each named after its change.</summary>
    private static StoredChange[] Puts(int from, int count) =>
        [.. Enumerable.Range(from, count).Select(i => Put(i, $"a{i}", $"Dépêche numéro {i}"))];

    private static (long Applied, long Visible, long Committed) Sequences(IndexGeneration generation) =>
        (generation.AppliedSequence, generation.VisibleSequence, generation.CommittedSequence);

    private static int Documents(IndexGeneration generation)
    {
        using var lease = generation.Acquire();
        return lease.Searcher.IndexReader.NumDocs;
    }
}
