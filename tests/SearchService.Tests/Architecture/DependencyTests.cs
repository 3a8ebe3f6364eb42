using System.Text.RegularExpressions;
using SearchService.Tests.Support;

namespace SearchService.Tests.Architecture;

/// <summary>Who may know whom. The compiled code is asked, so that a type used without being named counts as well.</summary>
public sealed partial class DependencyTests
{
    private const string House = "SearchService";

    /// <summary>What a folder may know beside itself. Everybody may know Articles, Observability and where the content root is.</summary>
    private static readonly Dictionary<string, string[]> MayKnow = new()
    {
        ["Articles"] = [],
        ["Observability"] = [],
        ["Analysis"] = [],
        ["Ingestion"] = [],
        ["Storage"] = [],
        ["Classification"] = ["Analysis"],
        ["Indexing"] = ["Analysis", "Storage"],
        ["Searching"] = ["Analysis", "Indexing"],
        ["Hosting"] = ["Analysis", "Ingestion", "Classification", "Storage", "Indexing", "Searching"],
        ["Endpoints"] = ["Hosting", "Ingestion", "Classification", "Searching", "Indexing", "Storage", "Analysis"],
        ["Pages"] = ["Endpoints", "Hosting", "Ingestion", "Classification", "Searching", "Indexing", "Storage"],
        ["Commands"] = ["Hosting", "Ingestion", "Classification", "Searching", "Indexing", "Storage", "Analysis"],
    };

    private static readonly string[] KnownToAll = ["", "Articles", "Observability"];

    private static readonly Type[] Types = [.. typeof(ContentRoot).Assembly.GetTypes().Where(type => IsOurs(type.Namespace))];

    private static readonly (string Room, string Type, string Uses)[] AllUses =
    [
        .. from type in Types
           from used in TypeUses.Of(type)
           where used.Namespace is not null
           select (Room(type.Namespace!), type.FullName!, used.Namespace + "." + used.Name),
    ];

    public static TheoryData<string> Rooms => [.. MayKnow.Keys];

    [Fact]
    public void Every_folder_with_code_has_a_row_in_the_table()
    {
        var folders = Directory.GetFiles(Repository.Source, "*.cs", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Repository.Source, file).Split('/', '\\'))
            .Where(parts => parts.Length > 1 && parts[0] is not ("bin" or "obj"))
            .Select(parts => parts[0])
            .Distinct();
        Assert.Equal(MayKnow.Keys.Order(), folders.Order());
    }

    [Theory]
    [MemberData(nameof(Rooms))]
    public void A_folder_knows_only_those_before_it(string room)
    {
        var strangers = AllUses
            .Where(use => use.Room == room && IsOurs(use.Uses))
            .Where(use => Room(use.Uses) is var other && other != room && !MayKnow[room].Contains(other) && !KnownToAll.Contains(other))
            .Select(use => $"{use.Type} uses {use.Uses}")
            .Concat(Usings(room).Where(use => IsOurs(use) && Room(use + ".X") is var other
                && other != room && !MayKnow[room].Contains(other) && !KnownToAll.Contains(other)).Select(use => $"{room} has using {use}"));
        Assert.Empty(strangers.Distinct());
    }

    [Theory]
    [InlineData("Lucene.Net", "Analysis", "Indexing", "Searching")]
    [InlineData("Microsoft.Data.Sqlite", "Storage")]
    [InlineData("SQLitePCL", "Storage")]
    [InlineData("Microsoft.AspNetCore", "", "Endpoints", "Pages")]
    [InlineData("System.CommandLine", "Commands")]
    [InlineData("Spectre.Console", "Commands")]
    [InlineData("OpenTelemetry", "Endpoints")]
    public void A_library_is_known_only_where_it_belongs(string library, params string[] rooms)
    {
        var users = AllUses.Where(use => use.Uses.StartsWith(library + ".", StringComparison.Ordinal)).ToArray();
        Assert.Empty(users.Where(use => !rooms.Contains(use.Room)).Select(use => $"{use.Type} uses {use.Uses}").Distinct());
        Assert.DoesNotContain(MayKnow.Keys.Except(rooms), room => Usings(room).Any(use => use.StartsWith(library, StringComparison.Ordinal)));
    }

    [Fact]
    public void The_compiled_code_shows_Lucene_where_it_is_used() =>
        Assert.Contains(AllUses, use => use.Room == "Searching" && use.Uses == "Lucene.Net.Index.IndexReader");

    [Fact]
    public void The_query_tree_knows_no_Lucene()
    {
        var namespaceOfTree = House + ".Searching.Queries";
        Assert.Contains(Types, type => type.Namespace == namespaceOfTree);
        Assert.DoesNotContain(AllUses, use => use.Type.StartsWith(namespaceOfTree, StringComparison.Ordinal)
            && (use.Uses.StartsWith("Lucene.", StringComparison.Ordinal) || use.Uses.StartsWith(House + ".Indexing", StringComparison.Ordinal)));
        Assert.All(
            Directory.GetFiles(Path.Combine(Repository.Source, "Searching", "Queries"), "*.cs"),
            file => Assert.DoesNotContain("Lucene", WithoutComments().Replace(File.ReadAllText(file), ""), StringComparison.Ordinal));
    }

    private static IEnumerable<string> Usings(string room) => Directory
        .GetFiles(Path.Combine(Repository.Source, room), "*.cs", SearchOption.AllDirectories)
        .SelectMany(File.ReadLines)
        .Select(line => UsingLine().Match(line))
        .Where(match => match.Success)
        .Select(match => match.Groups[1].Value)
        .Distinct();

    private static bool IsOurs(string? name) => name == House || name?.StartsWith(House + ".", StringComparison.Ordinal) == true;

    /// <summary>The folder of a name such as <c>SearchService.Indexing.Files.MappedFile</c>; empty for the root.</summary>
    private static string Room(string name) => name.Split('.') is [House, var room, ..] && MayKnow.ContainsKey(room) ? room : "";

    [GeneratedRegex(@"^using (?:static )?(?:\w+ = )?([\w.]+);")]
    private static partial Regex UsingLine();

    [GeneratedRegex("//.*")]
    private static partial Regex WithoutComments();
}
