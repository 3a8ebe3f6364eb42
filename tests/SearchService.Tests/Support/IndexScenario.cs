using SearchService.Storage;

namespace SearchService.Tests.Support;

/// <summary>
/// An index lives through everything that it can on a <see cref="FaultyDisk"/>: first build, refreshes, commits, merges, rebuilds, a rollback. What
/// fails is tried again, as the loops of the service do. The store says after each step what searches may show.
/// </summary>
internal sealed class IndexScenario : IDisposable
{
    private const int Attempts = 4;

    private readonly FaultyDisk _disk;
    private readonly ArticleWorld _world = new();
    private readonly CheckedEngine _engine;
    private readonly bool _staysBroken;

    /// <param name="indexDirectory">An empty folder.</param>
    /// <param name="disk">Its disk.</param>
    /// <param name="staysBroken">Whether the disk is broken until the last step: then what fails is left for later.</param>
    public IndexScenario(string indexDirectory, FaultyDisk disk, bool staysBroken = false)
    {
        _disk = disk;
        _staysBroken = staysBroken;
        _engine = new CheckedEngine(indexDirectory, _world, disk.Folder);
    }

    /// <summary>What the store held at each moment.</summary>
    public ArticleWorld World => _world;

    /// <summary>All steps; whoever waits for one of them sees only what the store said at some moment, and never an earlier one than before.</summary>
    public void Run()
    {
        Change(ArticleWorld.Put(0, 6));
        Do(_engine.Rebuild);
        foreach (var step in new[] { ArticleWorld.Put(6, 2), [ArticleWorld.Put(1), ArticleWorld.Delete(2)], [ArticleWorld.Put(8), ArticleWorld.Withhold(3)] })
        {
            Change(step);
            Do(_engine.CatchUp);
        }

        Do(_engine.Commit);
        Change([ArticleWorld.Put(0), ArticleWorld.Delete(6), ArticleWorld.Put(3)]);
        Do(_engine.CatchUp);
        Do(_engine.Commit);
        Change(ArticleWorld.Put(9, 2));
        Do(_engine.Rebuild);
        Change([ArticleWorld.Delete(8), ArticleWorld.Put(9)]);
        Do(_engine.CatchUp);
        Do(_engine.Commit);
        Do(_engine.Rollback);
        Change([ArticleWorld.Put(2), ArticleWorld.Withhold(0)]);
        Do(_engine.CatchUp);
        Do(_engine.Rebuild);
        Change(ArticleWorld.Put(12, 1));
        Do(_engine.CatchUp);
        Do(_engine.Commit);

        _disk.Heal();
        for (var attempt = 1; !Try(_engine.CatchUp) || !Try(_engine.Commit); attempt++)
        {
            Assert.True(attempt < Attempts, $"{_disk.Failed}: the disk is sound again, and the index does not go on: {_engine.LastFailure}");
        }

        _engine.CheckAll(_disk.Failed);
    }

    public void Dispose() => _engine.Dispose();

    private void Change(ArticleChange[] changes) => _world.Apply(_engine.Store, changes);

    private void Do(Action work)
    {
        for (var attempt = 1; !Try(work); attempt++)
        {
            if (_staysBroken)
            {
                return;
            }

            Assert.True(attempt < Attempts, $"{_disk.Failed}: tried {attempt} times: {_engine.LastFailure}");
        }
    }

    private bool Try(Action work) => _engine.Try(work, _disk.Failed);
}
