using SearchService.Hosting;
using SearchService.Indexing;
using SearchService.Searching;
using SearchService.Storage;
using SearchService.Tests.Support;

namespace SearchService.Tests.Hosting;

/// <summary>A damaged generation on a disk that is full besides: nothing withdrawn is shown, and healing goes on when there is room again.</summary>
public sealed class IndexHealingTests : IDisposable
{
    private readonly TempFolder _index = new();
    private readonly TestEngine _engine;
    private PublishStep? _failing;

    public IndexHealingTests()
    {
        var folder = new GenerationFolder(_index.Path) { Files = GenerationFiles.Default with { Publishing = Publish } };
        _engine = CheckedEngine.Make(_index.Path, TimeProvider.System, folder);
        _engine.Index(Enumerable.Range(0, 200).Select(i => Make.Article($"a{i}", $"Le pont numéro {i}")));
        Follower.Commit();
        Rebuild();
        Rebuild(); // the second generation is now the one before
        _engine.Store.Apply([ArticleChange.Delete("a7")]);
        Follower.CatchUp(1, CancellationToken.None);
        Follower.Commit();
        Assert.Equal("000003", Live.Current!.Name);
    }

    private LiveIndex Live => _engine.Get<LiveIndex>();

    private IndexFollower Follower => _engine.Get<IndexFollower>();

    private IndexHealing Healing => _engine.Get<IndexHealing>();

    public void Dispose()
    {
        _engine.Dispose();
        _index.Dispose();
    }

    [Theory]
    [InlineData(nameof(PublishStep.SyncGenerationsFolder))]
    [InlineData(nameof(PublishStep.WritePointer))]
    [InlineData(nameof(PublishStep.SyncPointer))]
    [InlineData(nameof(PublishStep.RenamePointer))]
    [InlineData(nameof(PublishStep.SyncIndexFolder))]
    public void A_generation_before_that_cannot_be_published_does_not_show_what_was_withdrawn(string step)
    {
        Damage();
        Assert.True(Healing.TakeOutIfDamaged(thorough: false, rest: null, CancellationToken.None));
        _failing = Enum.Parse<PublishStep>(step);

        Assert.Throws<IOException>(() => Healing.TryServeFormer(CancellationToken.None));

        Assert.Throws<IndexNotReadyException>(() => Search());
        _failing = null;
        Rebuild();
        Assert.Equal(199, Search());
    }

    [Theory]
    [InlineData(nameof(PublishStep.WritePointer))]
    [InlineData(nameof(PublishStep.SyncPointer))]
    [InlineData(nameof(PublishStep.RenamePointer))]
    [InlineData(nameof(PublishStep.SyncIndexFolder))]
    public void A_damaged_generation_whose_folder_cannot_be_written_is_healed_all_the_same(string step)
    {
        Damage();
        _failing = Enum.Parse<PublishStep>(step);

        Assert.True(Healing.TakeOutIfDamaged(thorough: false, rest: null, CancellationToken.None));

        Assert.Throws<IndexNotReadyException>(() => Search());
        _failing = null;
        Assert.True(Healing.TryServeFormer(CancellationToken.None));
        Assert.Equal(199, Search());
    }

    private void Publish(PublishStep step)
    {
        if (step == _failing)
        {
            throw new IOException("No space left on device", 28);
        }
    }

    private void Rebuild() => _engine.Get<IndexRebuild>().Run(1, _ => { }, CancellationToken.None);

    private int Search() => _engine.Searcher.Search(new SearchRequest { Query = "pont" }).Total;

    private void Damage()
    {
        var largest = Directory.GetFiles(Live.Current!.Path).MaxBy(file => new FileInfo(file).Length)!;
        var bytes = File.ReadAllBytes(largest);
        bytes[bytes.Length / 2] ^= 1;
        using var file = new FileStream(largest, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
        file.Write(bytes);
    }
}
