using SearchService.Tests.Support;

namespace SearchService.Tests.Indexing;

/// <summary>
/// The disk fails at every single operation in turn of a first build, of refreshes, commits, merges, rebuilds and a rollback: the service goes on, and
/// searches never show what the store did not say. FAULTS_EVERY=1 tries each operation; otherwise one of so many.
/// </summary>
public sealed class FaultInjectionTests
{
    private static readonly int Every = RunSize.Of("FAULTS_EVERY", 151);

    [Fact]
    public void A_run_without_a_fault_does_everything_that_can_fail()
    {
        using var folder = new TempFolder(inMemory: true);
        var disk = new FaultyDisk(folder.File("index"));
        using var scenario = new IndexScenario(folder.File("index"), disk);
        scenario.Run();

        TestContext.Current.TestOutputHelper!.WriteLine($"{disk.Operations} operations: {string.Join(", ", disk.Kinds)}");
        Assert.All(["create", "write", "sync", "delete", "open", "list", "publish"], kind => Assert.True(disk.Kinds.GetValueOrDefault(kind) > 0, kind));
    }

    [Fact]
    public void After_one_failure_the_index_catches_up() => EachOperation(staysBroken: false);

    [Fact]
    public void A_disk_that_stays_broken_keeps_the_last_view_until_it_is_back() => EachOperation(staysBroken: true);

    [Fact]
    public void A_disk_that_stays_full_keeps_the_last_view_until_there_is_room() => EachOperation(staysBroken: true, isFull: true);

    [Fact]
    public void A_failure_of_a_merge_in_the_background_ends_nothing() => EachOperation(staysBroken: false, mergeAtOnce: false);

    private static void EachOperation(bool staysBroken, bool mergeAtOnce = true, bool isFull = false)
    {
        var tried = 0;
        for (var operation = 1; ; operation += Every)
        {
            using var folder = new TempFolder(inMemory: true);
            var disk = new FaultyDisk(folder.File("index"), operation, staysBroken) { MergeAtOnce = mergeAtOnce, IsFull = isFull };
            using (var scenario = new IndexScenario(folder.File("index"), disk, staysBroken))
            {
                scenario.Run();
            }

            if (disk.Failed is null)
            {
                break;
            }

            tried++;
        }

        TestContext.Current.TestOutputHelper!.WriteLine($"{tried} operations failed in turn");
        Assert.True(tried > 1000 / Every);
    }
}
