using Lucene.Net.Index;
using SearchService.Analysis;
using SearchService.Articles;
using SearchService.Indexing;
using SearchService.Indexing.Files;
using SearchService.Storage;
using SearchService.Tests.Support;

namespace SearchService.Tests.Indexing;

public sealed class IndexRollbackTests : IDisposable
{
    private const int Articles = 40;

    private readonly TestEngine _engine = new();
    private readonly GenerationFolder _folder;
    private readonly LiveIndex _live;

    public IndexRollbackTests()
    {
        _folder = _engine.Get<GenerationFolder>();
        _live = _engine.Get<LiveIndex>();
        _engine.Store.Apply(Changes.PutMany(Articles));
        Rebuild();
    }

    public void Dispose() => _engine.Dispose();

    [Fact]
    public void Without_a_previous_generation_there_is_nothing_to_go_back_to()
    {
        Assert.Equal("Il n'y a pas de génération précédente.", _engine.Get<IndexRollback>().WhyImpossible());
        Assert.Throws<RebuildRefusedException>(() => RollBack());
        Assert.Equal("000001", _live.Current!.Name);
    }

    [Fact]
    public void The_previous_generation_shows_what_the_store_says_now()
    {
        Rebuild();
        _engine.Store.Apply(
        [
            Changes.Put("neuf", "Nouveau"),
            Changes.Put("a1", "Corrigée"),
            ArticleChange.Delete("a2"),
            Changes.Put("a3", "Retirée", status: ArticleStatus.Canceled),
        ]);
        _engine.Get<IndexFollower>().CatchUp(1, CancellationToken.None);

        var checks = RollBack();

        Assert.Equal(["opens", "count", "duplicates", "queries"], checks.Select(check => check.Name));
        Assert.Equal("000001", _live.Current!.Name);
        Assert.Equal(("000001", "000002"), (_folder.Current, _folder.Previous));
        AssertShowsTheStore();
    }

    [Fact]
    public void A_second_rollback_leads_back_and_knows_what_was_written_between()
    {
        Rebuild();

        RollBack();
        _engine.Store.Apply([ArticleChange.Delete("a5"), Changes.Put("neuf", "Nouveau")]);
        _engine.Get<IndexFollower>().CatchUp(1, CancellationToken.None);
        RollBack();

        Assert.Equal("000002", _live.Current!.Name);
        Assert.Equal(("000002", "000001"), (_folder.Current, _folder.Previous));
        AssertShowsTheStore();

        Rebuild();
        Assert.Equal(("000003", "000002"), (_folder.Current, _folder.Previous));
        AssertShowsTheStore();
    }

    [Fact]
    public void Searches_keep_their_view_over_a_rollback_and_back()
    {
        using var first = _live.Acquire();
        Rebuild();
        using var second = _live.Acquire();
        RollBack();
        RollBack();

        Assert.Equal(Articles, GenerationChecks.ReadVersions(first).Count);
        Assert.Equal(Articles, GenerationChecks.ReadVersions(second).Count);
    }

    [Fact]
    public void After_a_restart_the_rolled_back_generation_is_the_live_one()
    {
        Rebuild();
        RollBack();
        _live.Dispose();

        using var generation = IndexGeneration.Open(_folder.PathOf(_folder.Current!));

        Assert.Equal("000001", generation.Name);
        Assert.Equal(_engine.Store.LastSequence, generation.CommittedSequence);
    }

    [Fact]
    public void A_damaged_generation_is_not_gone_back_to()
    {
        Rebuild();
        var file = new DirectoryInfo(_folder.PathOf("000001")).GetFiles("*.cfs").MaxBy(file => file.Length)!.FullName;
        var bytes = File.ReadAllBytes(file);
        bytes[bytes.Length / 2] ^= 1;
        File.WriteAllBytes(file, bytes);

        var refusal = Assert.Throws<RebuildRefusedException>(() => RollBack());

        Assert.Matches("^La génération 000001 (est endommagée|ne peut pas être ouverte)\\.$", refusal.Message);
        Assert.Equal(("000002", "000001"), (_folder.Current, _folder.Previous));
        Assert.Equal("000002", _live.Current!.Name);
    }

    [Fact]
    public void A_generation_of_another_analysis_is_not_gone_back_to()
    {
        Rebuild();
        Rewrite("000001", data => data with { Analyzer = "fr-0" });

        Assert.StartsWith("La génération 000001 a été faite par une autre version du programme (analyse fr-0,", Refusal(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_generation_that_knows_more_than_the_store_is_not_gone_back_to()
    {
        Rebuild();
        Rewrite("000001", data => data with { Sequence = 9_999 });

        Assert.Equal("La génération 000001 connaît des changements que le dépôt n'a pas.", Refusal());
    }

    [Fact]
    public void A_generation_that_is_gone_is_not_gone_back_to()
    {
        Rebuild();
        Directory.Delete(_folder.PathOf("000001"), recursive: true);

        Assert.Equal("La génération 000001 ne peut pas être ouverte.", Refusal());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void Cancel_leaves_both_generations_as_they_were(int afterReports)
    {
        Rebuild();
        _engine.Store.Apply(ArticleChange.Delete("a1"));
        _engine.Get<IndexFollower>().CatchUp(1, CancellationToken.None);
        using var cancellation = new CancellationTokenSource();
        var reports = 0;

        Assert.ThrowsAny<OperationCanceledException>(() => _engine.Get<IndexRollback>().Run(
            1,
            _ =>
            {
                if (reports++ == afterReports)
                {
                    cancellation.Cancel();
                }
            },
            cancellation.Token));

        Assert.Equal("000002", _live.Current!.Name);
        Assert.Equal(("000002", "000001"), (_folder.Current, _folder.Previous));
        RollBack();
        AssertShowsTheStore();
    }

    private void AssertShowsTheStore()
    {
        using var snapshot = _engine.Store.OpenSnapshot();
        using var lease = _live.Acquire();
        Assert.Equal(
            snapshot.ReadVisible(snapshot.LastSequence).OrderBy(row => row.Id, StringComparer.Ordinal),
            GenerationChecks.ReadVersions(lease).Select(row => (Id: row.Key, Version: row.Value)).OrderBy(row => row.Id, StringComparer.Ordinal));
    }

    private string? Refusal()
    {
        var reason = _engine.Get<IndexRollback>().WhyImpossible();
        Assert.Equal(reason, Assert.Throws<RebuildRefusedException>(() => RollBack()).Message);
        Assert.Equal("000002", _live.Current!.Name);
        return reason;
    }

    private void Rewrite(string name, Func<CommitData, CommitData> change)
    {
        using var directory = new MappedDirectory(_folder.PathOf(name));
        using var writer = new IndexWriter(directory, new IndexWriterConfig(FrenchAnalyzer.Compatibility, IndexSchema.CreateAnalyzer()));
        writer.SetCommitData(change(CommitData.FromUserData(writer.CommitData)).ToUserData());
        writer.Commit();
    }

    private void Rebuild() => _engine.Get<IndexRebuild>().Run(1, _ => { }, CancellationToken.None);

    private IReadOnlyList<RebuildCheck> RollBack() => _engine.Get<IndexRollback>().Run(1, _ => { }, CancellationToken.None);
}
