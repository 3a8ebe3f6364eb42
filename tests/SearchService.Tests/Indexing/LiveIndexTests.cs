using Lucene.Net.Search;
using SearchService.Indexing;
using SearchService.Storage;
using SearchService.Tests.Support;

namespace SearchService.Tests.Indexing;

public sealed class LiveIndexTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly LiveIndex _live = new();

    public void Dispose()
    {
        _live.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void There_is_nothing_to_lease_before_a_generation_is_live()
    {
        Assert.Null(_live.Current);
        Assert.Throws<IndexNotReadyException>(_live.Acquire);
    }

    [Fact]
    public void There_is_nothing_to_lease_after_the_end()
    {
        _live.Swap(Build("000001", 1));

        _live.Dispose();

        Assert.Throws<IndexNotReadyException>(_live.Acquire);
    }

    [Fact]
    public void A_lease_of_the_former_generation_stays_good_after_a_swap()
    {
        _live.Swap(Build("000001", 3));
        using var old = _live.Acquire();

        _live.Swap(Build("000002", 5));
        Directory.Delete(_folder.File("000001"), recursive: true);

        using var current = _live.Acquire();
        Assert.Equal(("000001", 3), (old.Generation, Count(old)));
        Assert.Equal(("000002", 5), (current.Generation, Count(current)));
    }

    [Fact]
    public void A_swap_closes_the_former_writer()
    {
        _live.Swap(Build("000001", 3));
        _live.Swap(Build("000002", 3));

        using var reopened = IndexGeneration.Open(_folder.File("000001"));
        Assert.Equal(0, reopened.AppliedSequence);
    }

    [Fact]
    public async Task Whoever_leases_during_swaps_always_gets_a_view()
    {
        _live.Swap(Build("000001", 1));
        using var stop = new CancellationTokenSource();
        var leases = Task.Run(
            () =>
            {
                while (!stop.IsCancellationRequested)
                {
                    using var lease = _live.Acquire();
                    Assert.Equal(1, lease.Searcher.IndexReader.NumDocs);
                }
            },
            TestContext.Current.CancellationToken);

        for (var i = 2; i <= 20; i++)
        {
            _live.Swap(Build($"{i:D6}", 1));
        }

        await stop.CancelAsync();
        await leases;
    }

    private static int Count(SearcherLease lease) => lease.Searcher.Search(new MatchAllDocsQuery(), 10).TotalHits;

    private IndexGeneration Build(string name, int articles)
    {
        var generation = IndexGeneration.Create(_folder.File(name), DateTimeOffset.UnixEpoch);
        generation.Apply(
            [.. Enumerable.Range(1, articles).Select(i => new StoredChange(i, $"a{i}", Make.Plain(Make.Article($"a{i}", "Titre")), 1))], 1);
        generation.Refresh();
        return generation;
    }
}
