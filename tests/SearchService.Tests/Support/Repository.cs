namespace SearchService.Tests.Support;

/// <summary>Places in the source tree.</summary>
public static class Repository
{
    public static string Root { get; } = ContentRoot.Find();

    public static string Source => Path.Combine(Root, "src", "SearchService");

    public static string Tests => Path.Combine(Root, "tests");

    /// <summary>A file of the data that developers have beside the repository; the test is skipped where there is none, but not in CI.</summary>
    public static string Shared(string path)
    {
        var full = Path.GetFullPath(Path.Combine(Root, "..", "shared", path));
        var isCi = Environment.GetEnvironmentVariable("CI") == "true";
        Assert.SkipUnless(isCi || File.Exists(full) || Directory.Exists(full), $"{path} is not beside this checkout.");
        return full;
    }

    /// <summary>A file of tests/corpus.</summary>
    public static string Corpus(string name) => Path.Combine(AppContext.BaseDirectory, "corpus", name);
}
