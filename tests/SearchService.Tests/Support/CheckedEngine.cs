using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;
using SearchService.Analysis;
using SearchService.Hosting;
using SearchService.Indexing;
using SearchService.Searching;
using SearchService.Storage;

namespace SearchService.Tests.Support;

/// <summary>An engine on a given index folder whose every view is compared with what the store has said.</summary>
internal sealed class CheckedEngine : IDisposable
{
    private static readonly SynonymMap Synonyms = SynonymMap.Load(null);

    private readonly ArticleWorld _world;
    private readonly TestEngine _engine;
    private long _seen;

    /// <param name="indexDirectory">The index folder.</param>
    /// <param name="world">What the store says.</param>
    /// <param name="folder">Its generations, or null for those of the service.</param>
    public CheckedEngine(string indexDirectory, ArticleWorld world, GenerationFolder? folder = null)
    {
        _world = world;
        _engine = Make(indexDirectory, new FakeTimeProvider(), folder);
    }

    /// <summary>An engine on a given index folder, quickly made.</summary>
    public static TestEngine Make(string indexDirectory, TimeProvider time, GenerationFolder? folder = null) => new(
        time,
        services =>
        {
            services.AddSingleton(Synonyms); // read once, not once an engine
            services.RemoveAll<PublishingCheck>(); // asks hundreds of queries; has tests of its own
            services.AddSingleton(folder ?? new GenerationFolder(indexDirectory));
        },
        ("Index:Directory", indexDirectory));

    /// <summary>What the last attempt met, or null.</summary>
    public Exception? LastFailure { get; private set; }

    public ArticleStore Store => _engine.Store;

    public bool Open() => _engine.Get<IndexOpening>().TryOpen(readOnly: false, Store.LastSequence);

    /// <summary>Follows the store; before there is an index, builds it.</summary>
    public void CatchUp()
    {
        if (_engine.Get<LiveIndex>().Current is null)
        {
            Rebuild();
        }

        _engine.Get<IndexFollower>().CatchUp(1, CancellationToken.None);
        _seen = _world.Last;
    }

    public void Commit() => _engine.Get<IndexFollower>().Commit();

    public void Rebuild()
    {
        _engine.Get<IndexRebuild>().Run(1, _ => { }, CancellationToken.None);
        _seen = _world.Last;
    }

    public void Rollback()
    {
        _engine.Get<IndexRollback>().Run(1, _ => { }, CancellationToken.None);
        _seen = _world.Last;
    }

    /// <summary>Works as a loop of the service does, which outlives every failure; then looks at what searches see.</summary>
    /// <param name="work">The work.</param>
    /// <param name="failed">The failure that was made up, for messages.</param>
    /// <returns>Whether it was done.</returns>
    public bool Try(Action work, string? failed)
    {
        try
        {
            work();
            LastFailure = null;
        }
#pragma warning disable CA1031 // the loops of the service catch everything
        catch (Exception e)
#pragma warning restore CA1031
        {
            LastFailure = e;
        }

        CheckView(failed);
        return LastFailure is null;
    }

    /// <summary>Searches show what the store said at some moment, and never an earlier one than they showed before.</summary>
    public void CheckView(string? failed)
    {
        if (_engine.Get<LiveIndex>().Current is null)
        {
            return;
        }

        using var lease = _engine.Get<LiveIndex>().Acquire();
        Assert.Equal(0, GenerationChecks.CountDuplicates(lease.Searcher.IndexReader));
        var view = GenerationChecks.ReadVersions(lease);
        var moment = _world.FindMoment(view, _seen);
        Assert.True(moment is not null, $"{failed}: searches had seen change {_seen} and now show {string.Join(' ', view.OrderBy(a => a.Key))}; {LastFailure}");
        _seen = moment.Value;
    }

    /// <summary>Searches show all that the store has said, and find it.</summary>
    public void CheckAll(string? failed)
    {
        _seen = _world.Last;
        CheckView(failed);
        Assert.Equal(0, _engine.Get<IndexFollower>().CountPending());
        foreach (var (id, version) in _world.Visible)
        {
            var hits = _engine.Searcher.Search(new SearchRequest { Query = ArticleWorld.WordOf(id, version), Operator = SearchOperator.All }).Hits;
            Assert.True(hits is [var hit] && hit.Id == id, $"{failed}: {id} in version {version} is not found");
        }
    }

    public void Dispose() => _engine.Dispose();
}
