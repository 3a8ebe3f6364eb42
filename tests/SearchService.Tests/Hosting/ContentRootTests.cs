using SearchService.Tests.Support;

namespace SearchService.Tests.Hosting;

public sealed class ContentRootTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(".")]
    [InlineData("src")]
    [InlineData("src/SearchService/bin/Debug/net10.0")]
    public void The_solution_is_found_from_deep_below_it(string below)
    {
        _folder.Write("SearchService.sln", "");
        var start = Path.GetFullPath(below, _folder.Path);
        Directory.CreateDirectory(start);

        Assert.Equal(_folder.Path, ContentRoot.Find(start));
    }

    [Fact]
    public void The_nearest_solution_is_meant()
    {
        _folder.Write("SearchService.sln", "");
        _folder.Write("copie/SearchService.sln", "");

        Assert.Equal(_folder.File("copie"), ContentRoot.Find(_folder.File("copie/src/bin")));
    }

    [Fact]
    public void Without_a_solution_it_is_the_program_s_own_folder() => Assert.Equal(_folder.Path, ContentRoot.Find(_folder.Path));

    [Fact]
    public void The_tests_run_below_the_solution()
    {
        Assert.True(File.Exists(Path.Combine(ContentRoot.Find(), "SearchService.sln")));
        Assert.True(File.Exists(Path.Combine(ContentRoot.WebRoot(), "style.css")));
    }
}
