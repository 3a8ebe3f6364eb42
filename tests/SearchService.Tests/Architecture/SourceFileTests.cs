using System.Text.RegularExpressions;
using SearchService.Tests.Support;

namespace SearchService.Tests.Architecture;

/// <summary>The shape of files and folders.</summary>
public sealed partial class SourceFileTests
{
    private static readonly string[] Source = [.. CodeFiles(Repository.Source)];

    private static readonly string[] TestFiles = [.. CodeFiles(Repository.Tests)];

    [Fact]
    public void No_file_is_longer_than_400_lines() =>
        Assert.Empty(Source.Concat(TestFiles).Where(file => File.ReadLines(file).Count() > 400).Select(Short));

    [Fact]
    public void A_file_of_the_source_holds_one_type_and_bears_its_name()
    {
        foreach (var file in Source.Where(file => Path.GetFileName(file) != "Program.cs"))
        {
            var types = TypeLine().Matches(File.ReadAllText(file)).Select(match => match.Groups["name"].Value).ToArray();
            Assert.True(types is [var name] && name == Path.GetFileNameWithoutExtension(file), $"{Short(file)} holds {string.Join(", ", types)}");
        }
    }

    [Fact]
    public void The_namespace_is_the_folder()
    {
        foreach (var file in Source.Concat(TestFiles).Where(file => Path.GetFileName(file) != "Program.cs"))
        {
            // "src/SearchService/Indexing/Files" is SearchService.Indexing.Files.
            var expected = string.Join('.', Path.GetDirectoryName(Short(file))!.Split('/', '\\').Skip(1));
            Assert.True(File.ReadLines(file).Contains($"namespace {expected};"), Short(file));
        }
    }

    [Fact]
    public void Folders_are_at_most_two_levels_deep() =>
        Assert.Empty(Source.Where(file => Path.GetRelativePath(Repository.Source, file).Split('/', '\\').Length > 3).Select(Short));

    [Fact]
    public void No_folder_and_no_file_has_a_name_that_says_nothing()
    {
        Assert.Empty(Source.Concat(TestFiles).Where(file => EmptyFolderName().IsMatch(Path.GetDirectoryName(Short(file))!.Replace('\\', '/'))).Select(Short));
        Assert.Empty(Source.Concat(TestFiles).Where(file => EmptyFileName().IsMatch(file)).Select(Short));
    }

    [Fact]
    public void Program_is_a_table_of_contents_of_at_most_60_lines() =>
        Assert.InRange(File.ReadLines(Path.Combine(Repository.Source, "Program.cs")).Count(), 1, 60);

    internal static IEnumerable<string> CodeFiles(string root) => Directory.GetFiles(root, "*.cs", SearchOption.AllDirectories)
        .Where(file => !Path.GetRelativePath(root, file).Split('/', '\\').Any(part => part is "bin" or "obj"));

    private static string Short(string file) => Path.GetRelativePath(Repository.Root, file);

    [GeneratedRegex(@"^(?:public|internal|file)[ \w]*? (?:class|record struct|record|struct|interface|enum|delegate \w+) (?<name>\w+)", RegexOptions.Multiline)]
    private static partial Regex TypeLine();

    [GeneratedRegex("/(Services|Helpers|Managers|Utils|Utilities|Models|Common|Misc)(/|$)")]
    private static partial Regex EmptyFolderName();

    [GeneratedRegex(@"(Helper|Helpers|Util|Utils|Manager)\.(cs|razor)$")]
    private static partial Regex EmptyFileName();
}
