using Lucene.Net.Index;
using SearchService.Analysis;
using SearchService.Hosting;
using SearchService.Indexing;
using SearchService.Indexing.Files;
using SearchService.Tests.Support;

namespace SearchService.Tests.Hosting;

public sealed class IndexOpeningTests : IDisposable
{
    private readonly TestEngine _engine = new();
    private readonly GenerationFolder _folder;
    private readonly IndexOpening _opening;
    private readonly LiveIndex _live;

    public IndexOpeningTests()
    {
        _folder = _engine.Get<GenerationFolder>();
        _opening = _engine.Get<IndexOpening>();
        _live = _engine.Get<LiveIndex>();
    }

    public void Dispose() => _engine.Dispose();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void There_is_nothing_to_open_at_first(bool readOnly)
    {
        Assert.False(_opening.TryOpen(readOnly));
        Assert.Null(_live.Current);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_published_generation_is_opened(bool readOnly)
    {
        Publish(CommitData.New(DateTimeOffset.UnixEpoch) with { Sequence = 12 });

        Assert.True(_opening.TryOpen(readOnly));

        Assert.Equal(("000001", 12), (_live.Current!.Name, _live.Current.AppliedSequence));
    }

    [Theory]
    [InlineData(true, "ancien", null)]
    [InlineData(false, "ancien", null)]
    [InlineData(true, null, "0")]
    [InlineData(false, null, "0")]
    public void An_index_of_another_analyzer_or_schema_is_not_opened(bool readOnly, string? analyzer, string? schema)
    {
        var current = CommitData.New(DateTimeOffset.UnixEpoch);
        Publish(current with { Analyzer = analyzer ?? current.Analyzer, Schema = schema ?? current.Schema });

        Assert.False(_opening.TryOpen(readOnly));
        Assert.Null(_live.Current);

        // It is let go: a rebuild may take its place and, later, delete it.
        using var writer = IndexGeneration.Open(_folder.PathOf("000001"));
    }

    [Theory]
    [InlineData("00000001", true)]
    [InlineData("00000002", false)]
    [InlineData("", false)]
    public void Only_an_index_of_this_very_store_is_opened(string madeFrom, bool opened)
    {
        Publish(CommitData.New(DateTimeOffset.UnixEpoch, madeFrom) with { Sequence = 12 });

        Assert.Equal(opened, _opening.TryOpen(readOnly: false, lastSequence: 12, store: "00000001"));
        Assert.Equal(opened, _live.Current is not null);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_damaged_index_is_not_opened(bool readOnly)
    {
        Publish(CommitData.New(DateTimeOffset.UnixEpoch));
        foreach (var file in Directory.EnumerateFiles(_folder.PathOf("000001"), "segments_*"))
        {
            File.WriteAllText(file, "plus rien");
        }

        Assert.False(_opening.TryOpen(readOnly));
        Assert.Null(_live.Current);
    }

    [Fact]
    public void A_pointer_to_a_lost_generation_opens_nothing()
    {
        Directory.CreateDirectory(Path.Combine(_engine.IndexDirectory, "generations"));
        _folder.Publish("000042");

        Assert.False(_opening.TryOpen(readOnly: false));
        Assert.False(_opening.TryOpen(readOnly: true));
    }

    [Fact]
    public void An_index_that_is_read_beside_its_writer_shows_the_last_commit()
    {
        _engine.Index(Make.Article("a", "Titre"));
        _engine.Get<IndexFollower>().Commit();
        _engine.Index(Make.Article("b", "Titre"));
        using var live = new LiveIndex();
        var beside = new IndexOpening(
            _folder, live, new IndexHealth(TimeProvider.System), TimeProvider.System, Microsoft.Extensions.Logging.Abstractions.NullLogger<IndexOpening>.Instance);

        Assert.True(beside.TryOpen(readOnly: true));

        using var lease = live.Acquire();
        Assert.Equal(1, lease.Searcher.IndexReader.NumDocs);
    }

    [Fact]
    public void An_empty_generation_can_be_filled_at_once()
    {
        _ = _engine.Store; // the store comes first: an index without one stops the start
        _opening.CreateEmpty();

        Assert.Equal("000001", _folder.Current);
        Assert.Equal("000001", _live.Current!.Name);
        _engine.Index(Make.Article("a", "Titre"));
        using var lease = _live.Acquire();
        Assert.Equal(1, lease.Searcher.IndexReader.NumDocs);
    }

    private void Publish(CommitData data)
    {
        using (var directory = new MappedDirectory(_folder.PathOf("000001")))
        using (var writer = new IndexWriter(directory, new IndexWriterConfig(FrenchAnalyzer.Compatibility, IndexSchema.CreateAnalyzer())))
        {
            writer.SetCommitData(data.ToUserData());
        }

        _folder.Publish("000001");
    }
}
