using Microsoft.Extensions.Time.Testing;
using SearchService.Analysis;
using SearchService.Hosting;
using SearchService.Indexing;
using SearchService.Tests.Support;

namespace SearchService.Tests.Hosting;

public sealed class IndexStatusReaderTests : IDisposable
{
    private readonly FakeTimeProvider _clock = new(Make.Date("2025-06-21T12:00:00+00:00"));
    private readonly TestEngine _engine;
    private readonly StartupProgress _progress;
    private readonly RebuildJobs _jobs;
    private readonly IndexStatusReader _reader;

    public IndexStatusReaderTests()
    {
        _engine = new TestEngine(_clock);
        _progress = _engine.Get<StartupProgress>();
        _jobs = _engine.Get<RebuildJobs>();
        _reader = _engine.Get<IndexStatusReader>();
    }

    public void Dispose() => _engine.Dispose();

    [Fact]
    public void At_first_the_corpus_is_read()
    {
        Assert.Equal("Lecture du corpus : 0 articles jusqu'ici.", _reader.WhyNotReady());

        _progress.Read(1500);

        Assert.Equal("Lecture du corpus : 1500 articles jusqu'ici.", _reader.WhyNotReady());
        Assert.Equal(new IndexStatus(null, 0, 0, 0, 0, null, null, null, IndexState.Building), _reader.Read());
    }

    [Fact]
    public void Then_the_index_is_built()
    {
        _jobs.TryStart(out var job);
        job.Start();
        job.Report(new RebuildProgress(2000, 8000, Verifying: false));

        Assert.Equal("L'index se construit : 2000 articles sur 8000 (25 %).", _reader.WhyNotReady());
        Assert.Equal(IndexState.Building, _reader.Read().State);
    }

    [Fact]
    public void A_failure_is_told_until_the_next_attempt_succeeds()
    {
        _progress.Fail();
        Assert.StartsWith("L'index n'a pas pu être construit ; une nouvelle tentative suit.", _reader.WhyNotReady(), StringComparison.Ordinal);
        Assert.Equal(IndexState.Failed, _reader.Read().State);

        _engine.Index(Make.Article("a", "Titre"));
        _progress.SetReady();

        Assert.Null(_reader.WhyNotReady());
        Assert.Equal(IndexState.Ready, _reader.Read().State);
    }

    [Fact]
    public void What_is_not_indexed_yet_is_pending_before_the_start_too()
    {
        _engine.Store.Apply(Changes.PutMany(3));

        Assert.Equal(3, _reader.Read().Pending);
    }

    [Fact]
    public void A_live_index_tells_all_of_itself()
    {
        _engine.Index(Make.Article("a", "Titre"), Make.Article("b", "Titre"));
        _progress.SetReady();
        _engine.Store.Apply(Changes.Put("c", "Titre"));

        var status = _reader.Read();

        Assert.True(status.SizeBytes > 0);
        Assert.Equal(
            new IndexStatus("000001", 2, status.SizeBytes, 2, 1, _clock.GetUtcNow(), FrenchAnalyzer.Version, IndexSchema.Version, IndexState.Ready),
            status);
    }

    [Fact]
    public void While_another_generation_is_built_the_state_says_so()
    {
        _engine.Index(Make.Article("a", "Titre"));
        _progress.SetReady();
        _jobs.TryStart(out var job);

        Assert.Equal(IndexState.Rebuilding, _reader.Read().State);
        Assert.Null(_reader.WhyNotReady());

        job.End(RebuildState.Succeeded, [], null);
        Assert.Equal(IndexState.Ready, _reader.Read().State);
    }
}
