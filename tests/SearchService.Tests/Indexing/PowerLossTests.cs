using SearchService.Tests.Support;

namespace SearchService.Tests.Indexing;

/// <summary>
/// The process is killed, or the power is lost, before every single operation on the disk of a first build, of refreshes, commits, merges, rebuilds and a
/// rollback: what is left on the disk opens, catches up with the store and goes on. The store syncs what it acknowledges, so it is there in full, and ahead of
/// the index. FAULTS_EVERY=1 tries each operation; otherwise one of so many, and the last steps of each commit and publishing.
/// </summary>
public sealed class PowerLossTests : IDisposable
{
    private static readonly int Every = RunSize.Of("FAULTS_EVERY", 151);

    private readonly TempFolder _folder = new(inMemory: true);
    private readonly HashSet<(Surviving, int)> _seen = [];
    private readonly Random _random = new(1);
    private int _images;
    private int _lost;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_a_kill_leaves_opens_and_catches_up() =>
        Run(new FaultyDisk(Index), (disk, world, what) => Reopen(world, what, mustOpen: true, disk.Durable.WriteAll));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void What_a_loss_of_power_leaves_opens_and_catches_up(bool inEachWay)
    {
        Run(new FaultyDisk(Index), (disk, world, what) =>
        {
            Surviving[] ways = inEachWay ? [Surviving.Names, Surviving.Lengths, Surviving.Mixed] : [Surviving.Nothing, Surviving.Deleted];
            foreach (var way in ways)
            {
                // What is certain changes with a sync alone; the rest with every operation.
                if (inEachWay || _seen.Add((way, disk.Durable.Version)))
                {
                    Reopen(world, $"{what}, {way} surviving", mustOpen: true, target => disk.Durable.Write(target, way, _random));
                }
            }
        });
        Assert.Equal(0, _lost);
    }

    [Fact]
    public void A_disk_that_only_says_that_it_synced_loses_the_index_and_it_is_built_again()
    {
        var lying = new FaultyDisk(Index) { Durable = new DurableFiles(Index) { Lies = true } };
        Run(lying, (disk, world, what) =>
        {
            if (_seen.Add((Surviving.Nothing, disk.Durable.Version)))
            {
                Reopen(world, what, mustOpen: false, target => disk.Durable.Write(target, Surviving.Nothing, _random));
            }
        });
        Assert.True(_lost > 0); // so the tests above would have seen a sync that is missing
    }

    private string Index => _folder.File("index");

    private void Run(FaultyDisk disk, Action<FaultyDisk, ArticleWorld, string> look)
    {
        var failures = new List<string>();
        using var scenario = new IndexScenario(Index, disk);
        disk.Before = what =>
        {
            if (disk.Operations % Every == 0 || what.Contains("publish", StringComparison.Ordinal) || what.Contains("sync segments", StringComparison.Ordinal))
            {
                // On another thread: this one may be in the middle of a document.
                var failure = Record.Exception(() => Task.Run(() => look(disk, scenario.World, what)).GetAwaiter().GetResult());
                if (failure is not null)
                {
                    failures.Add($"{what}: {failure}"); // thrown here, it would be a failure of the disk
                }
            }
        };
        scenario.Run();
        TestContext.Current.TestOutputHelper!.WriteLine($"{_images} images of {disk.Operations} operations");
        Assert.True(failures.Count == 0, $"{failures.Count} failed:\n{string.Join("\n", failures.Select(failure => failure.Split('\n')[0]).Take(20))}");
        Assert.True(_images > 0);
    }

    /// <summary>Opens what is left as a start of the service does, and compares it with what the store says.</summary>
    private void Reopen(ArticleWorld world, string what, bool mustOpen, Action<string> write)
    {
        _images++;
        world = world.Fork();
        using var image = new TempFolder(inMemory: true);
        write(image.Path);
        new DurableFiles(Index).WriteStore(image.Path);
        var published = File.Exists(image.File("current"));
        using var engine = new CheckedEngine(image.Path, world);
        if (!engine.Open())
        {
            _lost += published ? 1 : 0;
            Assert.False(published && mustOpen, $"{what}: the published index is lost");
        }

        Assert.True(engine.Try(engine.CatchUp, what), $"{what}: {engine.LastFailure}");
        engine.CheckAll(what);

        world.Apply(engine.Store, ArticleWorld.Put(1), ArticleWorld.Delete(4), ArticleWorld.Put(20));
        Assert.True(engine.Try(engine.CatchUp, what) && engine.Try(engine.Commit, what), $"{what}: {engine.LastFailure}");
        engine.CheckAll(what);
    }
}
