namespace SearchService;

/// <summary>Where settings, index and corpus are looked for, in every way of running.</summary>
public static class ContentRoot
{
    private const string Marker = "SearchService.sln";

    /// <summary>The nearest folder above the program that holds the solution; the program's own folder once it is published.</summary>
    public static string Find() => Find(AppContext.BaseDirectory);

    /// <summary>The nearest folder at or above another that holds the solution, else that one.</summary>
    public static string Find(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, Marker)))
            {
                return folder.FullName;
            }
        }

        return start;
    }

    /// <summary>The folder of the style sheet: in the source tree, or beside the published program.</summary>
    public static string WebRoot()
    {
        var source = Path.Combine(Find(), "src", "SearchService", "wwwroot");
        return Directory.Exists(source) ? source : Path.Combine(AppContext.BaseDirectory, "wwwroot");
    }
}
