using Microsoft.Extensions.Time.Testing;
using SearchService.Hosting;
using SearchService.Indexing;
using SearchService.Searching;
using SearchService.Searching.Facets;
using SearchService.Storage;

namespace SearchService.Tests.Support;

/// <summary>Takes an engine and a <see cref="NewsModel"/> through the same steps and compares them after each.</summary>
internal sealed class NewsRun : IDisposable
{
    private static readonly DateTimeOffset Start = Make.Date("2025-06-21T00:00:00+02:00");

    private readonly NewsModel _model = new();
    private readonly FakeTimeProvider _clock = new(Start);
    private TempFolder _folder = new(inMemory: true);
    private TestEngine _engine;
    private bool _builtTwice;

    public NewsRun()
    {
        _engine = Engine();
        Begin();
    }

    private ArticleStore Store => _engine.Store;

    private IndexFollower Follower => _engine.Get<IndexFollower>();

    public void Do(NewsStep step)
    {
        switch (step)
        {
            case NewsStep.Put put:
                var result = Store.Apply(ArticleChange.Put(Make.Plain(NewsModel.Article(put, Start))));
                Assert.Equal(_model.Put(put), (result.Outcome, result.Version));
                break;
            case NewsStep.Delete delete:
                Assert.Equal(_model.Delete(delete.Id), Store.Apply(ArticleChange.Delete(delete.Id)).Outcome);
                break;
            case NewsStep.Wait wait:
                _clock.Advance(TimeSpan.FromHours(wait.Hours));
                _model.Wait(wait.Hours);
                break;
            case NewsStep.Follow:
                Follow();
                break;
            case NewsStep.Commit:
                Follower.Commit();
                break;
            case NewsStep.Kill:
                Kill();
                Begin();
                break;
            case NewsStep.Restart:
                Follower.Commit();
                _engine.Dispose();
                _engine = Engine();
                Begin();
                break;
            case NewsStep.Rebuild:
                Rebuild();
                break;
            case NewsStep.Rollback:
                Rollback();
                break;
        }

        Check();
    }

    public void Dispose()
    {
        _engine.Dispose();
        _folder.Dispose();
    }

    private TestEngine Engine() => CheckedEngine.Make(_folder.Path, _clock);

    /// <summary>What the service does before it lets searches in.</summary>
    private void Begin()
    {
        if (!_engine.Get<IndexOpening>().TryOpen(readOnly: false, Store.LastSequence))
        {
            Assert.Null(_engine.Get<GenerationFolder>().Current);
            _engine.Get<IndexRebuild>().Run(1, _ => { }, CancellationToken.None);
        }

        Follow();
    }

    private void Follow()
    {
        _model.LiftEmbargoes();
        Store.LiftEmbargoes();
        Follower.CatchUp(1, CancellationToken.None);
        _model.Show();
    }

    /// <summary>Goes on with what is on the disk at this moment; the engine that wrote it has no part in it any more.</summary>
    private void Kill()
    {
        var left = new TempFolder(inMemory: true);
        var files = new DurableFiles(_folder.Path);
        files.WriteAll(left.Path);
        files.WriteStore(left.Path);
        Dispose();
        _folder = left;
        _engine = Engine();
    }

    private void Rebuild()
    {
        var checks = _engine.Get<IndexRebuild>().Run(1, _ => { }, CancellationToken.None);
        Assert.All(checks, check => Assert.True(check.Passed, check.Detail));
        _builtTwice = true;
        _model.Show();
    }

    private void Rollback()
    {
        var rollback = _engine.Get<IndexRollback>();
        Assert.Equal(_builtTwice, rollback.WhyImpossible() is null);
        if (_builtTwice)
        {
            rollback.Run(1, _ => { }, CancellationToken.None);
            _model.Show();
        }
    }

    private void Check()
    {
        foreach (var (id, entry) in _model.Stored)
        {
            var stored = Store.Get(id);
            Assert.Equal((entry.Version, entry.Visible), (stored?.Version, stored?.Visible));
        }

        using (var lease = _engine.Get<LiveIndex>().Acquire())
        {
            Assert.Equal(0, GenerationChecks.CountDuplicates(lease.Searcher.IndexReader));
            Assert.Equal(
                _model.Shown.Select(shown => (shown.Key, shown.Value.Version)).Order(),
                GenerationChecks.ReadVersions(lease).Select(indexed => (indexed.Key, indexed.Value)).Order());
        }

        var all = _engine.Searcher.Search(new SearchRequest { Size = 100 });
        Assert.Equal(_model.Shown.Count, all.Total);
        Assert.Equal(_model.Shown.Keys.Order(), all.Hits.Select(hit => hit.Id).Order());
        Assert.Equal(_model.Topics, all.Facets["topic"].OrderBy(value => value.Value, StringComparer.Ordinal).Select(value => KeyValuePair.Create(value.Value, value.Count)));
        for (var text = 0; text < NewsModel.Texts.Count; text++)
        {
            var found = _engine.Searcher.Search(new SearchRequest { Query = NewsModel.Texts[text].Word, Operator = SearchOperator.All, Facets = new HashSet<FacetField>() });
            Assert.Equal(_model.Shown.Where(shown => shown.Value.Put.Text == text).Select(shown => shown.Key).Order(), found.Hits.Select(hit => hit.Id).Order());
        }
    }
}
