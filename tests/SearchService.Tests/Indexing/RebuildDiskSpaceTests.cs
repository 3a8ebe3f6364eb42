using Microsoft.Extensions.DependencyInjection;
using SearchService.Indexing;
using SearchService.Tests.Support;

namespace SearchService.Tests.Indexing;

public sealed class RebuildDiskSpaceTests
{
    private const long Megabyte = 1 << 20;

    [Theory]
    [InlineData(0, 0, 64, true)]
    [InlineData(0, 0, 63, false)]
    [InlineData(100, 9_999, 264, true)]
    [InlineData(100, 9_999, 263, false)]
    public void A_rebuild_needs_twice_the_live_generation_and_a_margin(long live, long store, long free, bool enough)
    {
        var space = new DiskSpace(_ => free * Megabyte);

        var refusal = Record.Exception(() => space.Check("dossier", live * Megabyte, store * Megabyte));

        Assert.Equal(enough, refusal is null);
    }

    [Fact]
    public void The_refusal_tells_what_is_needed_and_what_is_free()
    {
        var refusal = Assert.Throws<RebuildRefusedException>(() => new DiskSpace(_ => 70 * Megabyte).Check("dossier", 10 * Megabyte, 0));

        Assert.Equal("L'espace disque ne suffit pas : la reconstruction demande 84 Mo, 70 Mo sont libres. Rien n'a été écrit.", refusal.Message);
    }

    [Fact]
    public void The_system_tells_the_space_of_a_folder() => new DiskSpace().Check(Path.GetTempPath(), 0, 0);

    [Fact]
    public void With_too_little_space_nothing_is_written_and_the_live_generation_stays()
    {
        long free = long.MaxValue;
        using var engine = new TestEngine(more: services => services.AddSingleton(new DiskSpace(_ => free)));
        engine.Store.Apply(Changes.PutMany(5));
        var rebuild = engine.Get<IndexRebuild>();
        rebuild.Run(1, _ => { }, CancellationToken.None);
        var before = Directory.GetFileSystemEntries(engine.IndexDirectory, "*", SearchOption.AllDirectories).Order().ToArray();

        free = 1000;
        Assert.Throws<RebuildRefusedException>(() => rebuild.Run(1, _ => Assert.Fail("It began."), CancellationToken.None));

        Assert.Equal(before, Directory.GetFileSystemEntries(engine.IndexDirectory, "*", SearchOption.AllDirectories).Order());
        Assert.Equal("000001", engine.Get<LiveIndex>().Current!.Name);
    }
}
