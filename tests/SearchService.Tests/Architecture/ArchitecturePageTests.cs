using System.Text.RegularExpressions;
using SearchService.Tests.Support;

namespace SearchService.Tests.Architecture;

/// <summary>The project's own page, src/ARCHITECTURE.md, and the folders it describes.</summary>
public sealed partial class ArchitecturePageTests
{
    private static readonly string[] Named = [.. FolderName()
        .Matches(File.ReadAllText(Path.Combine(Repository.Root, "src", "ARCHITECTURE.md")))
        .Select(match => match.Groups["path"].Value)
        .Distinct()];

    [Fact]
    public void Every_folder_of_the_source_is_on_the_page()
    {
        var folders = Directory.GetDirectories(Repository.Source, "*", SearchOption.AllDirectories)
            .Select(folder => Path.GetRelativePath(Repository.Source, folder).Replace('\\', '/'))
            .Where(folder => folder.Split('/')[0] is not ("bin" or "obj" or "Properties"))
            .ToArray();

        Assert.NotEmpty(folders);
        Assert.DoesNotContain(folders, folder => !Named.Any(name => name == folder || name.EndsWith("/" + folder, StringComparison.Ordinal)
            || (folder.Contains('/') && folder.EndsWith("/" + name, StringComparison.Ordinal))));
    }

    [Fact]
    public void Every_folder_on_the_page_exists() => Assert.DoesNotContain(Named, name => !Exists(name));

    private static bool Exists(string name)
    {
        string[] roots = [Repository.Source, Path.Combine(Repository.Root, "src"), Repository.Tests,
            Path.Combine(Repository.Tests, "SearchService.Tests"), Repository.Root];

        // A room below another may stand on the page by its own name, under the heading of the other.
        return roots.Concat(Directory.GetDirectories(Repository.Source)).Any(root => Directory.Exists(Path.Combine(root, name)));
    }

    [GeneratedRegex("`(?<path>[A-Za-z][A-Za-z0-9._/-]*)/`")]
    private static partial Regex FolderName();
}
