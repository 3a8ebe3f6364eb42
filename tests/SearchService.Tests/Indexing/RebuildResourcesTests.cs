using SearchService.Indexing;
using SearchService.Searching;
using SearchService.Tests.Support;

namespace SearchService.Tests.Indexing;

/// <summary>What rebuilds back to back leave open. <c>REBUILDS</c> sets how many, <c>REBUILD_ARTICLES</c> over how much.</summary>
public sealed class RebuildResourcesTests(ITestOutputHelper output)
{
    [Fact]
    public void Rebuilds_back_to_back_leave_no_handle_and_no_deleted_file()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Handles and mappings are read from /proc.");
        using var engine = new TestEngine();
        engine.Store.Apply(Changes.PutMany(RunSize.Of("REBUILD_ARTICLES", 2000)));
        var rebuild = engine.Get<IndexRebuild>();
        var root = engine.IndexDirectory;
        Run();
        Run();
        var (handles, _, _) = Look(root);
        var most = 0L;
        for (var i = 0; i < RunSize.Of("REBUILDS", 6); i++)
        {
            Run();
            var (open, files, bytes) = Look(root);
            most = Math.Max(most, bytes);
            output.WriteLine($"{i}: {open} handles, {files} mappings of deleted files, {bytes >> 10} KB, {Environment.WorkingSet >> 20} MB resident");
        }

        var deadline = TimeProvider.System.GetTimestamp();
        while (Look(root).Deleted > 0 && TimeProvider.System.GetElapsedTime(deadline) < TimeSpan.FromSeconds(20))
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        var end = Look(root);
        output.WriteLine($"end: {end}; most held at once {most >> 10} KB");
        Assert.Equal(0, end.Deleted);
        Assert.InRange(end.Handles, 0, handles + 2);

        void Run()
        {
            rebuild.Run(2, _ => { }, CancellationToken.None);
            engine.Searcher.Search(new SearchRequest { Query = "dépêche" });
        }
    }

    private static (int Handles, int Deleted, long Bytes) Look(string root)
    {
        var handles = Directory.GetFiles("/proc/self/fd").Count(link => Target(link)?.StartsWith(root, StringComparison.Ordinal) == true);
        var deleted = File.ReadLines("/proc/self/maps").Where(line => line.Contains(root, StringComparison.Ordinal) && line.EndsWith("(deleted)", StringComparison.Ordinal)).ToArray();
        return (handles, deleted.Length, deleted.Sum(Size));
    }

    private static string? Target(string link)
    {
        try
        {
            return File.ResolveLinkTarget(link, returnFinalTarget: false)?.FullName;
        }
        catch (IOException)
        {
            return null; // closed since it was listed
        }
    }

    private static long Size(string mapping)
    {
        var range = mapping.Split(' ', 2)[0].Split('-');
        return Convert.ToInt64(range[1], 16) - Convert.ToInt64(range[0], 16);
    }
}
