namespace SearchService.Tests.Relevance.Golden;

/// <summary>
/// A file of entries that is compared with what comes out now, or rewritten with UPDATE_GOLDEN=1. An entry is a line with its continuations, which are
/// indented; its name is what stands before the second separator.
/// </summary>
public static class GoldenFile
{
    private const string Command = "UPDATE_GOLDEN=1 dotnet test --project tests/SearchService.Tests --filter-class \"*GoldenRankingTests\"";

    private static bool IsUpdate => Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1";

    /// <summary>Says how the file differs, empty if it does not; an update leaves no difference.</summary>
    /// <param name="name">The file's name.</param>
    /// <param name="comment">What the file holds, for its first lines.</param>
    /// <param name="entries">What it should hold, in order.</param>
    public static string Difference(string name, string comment, IReadOnlyList<string> entries)
    {
        var path = Path.Combine(GoldenQuery.Folder, name);
        if (IsUpdate)
        {
            File.WriteAllText(path, $"# {comment}\n# Written by: {Command}\n{string.Join('\n', entries)}\n");
            return "";
        }

        var before = File.Exists(path) ? Entries(File.ReadAllLines(path)) : [];
        var changes = Changes(before, entries);
        return changes.Count == 0 ? "" : $"{name}: {changes.Count} entries changed. If all of this is meant: {Command}\n{string.Join('\n', changes)}\n";
    }

    /// <summary>The entries of lines, without the comments.</summary>
    public static IReadOnlyList<string> Entries(IEnumerable<string> lines)
    {
        var entries = new List<string>();
        foreach (var line in lines.Where(line => !line.StartsWith('#')))
        {
            if (line.StartsWith(' ') && entries.Count > 0)
            {
                entries[^1] += "\n" + line;
            }
            else
            {
                entries.Add(line);
            }
        }

        return entries;
    }

    /// <summary>The entries that changed, each with its name and the lines that went and came.</summary>
    public static IReadOnlyList<string> Changes(IReadOnlyList<string> before, IReadOnlyList<string> now)
    {
        var (old, recent) = (before.ToDictionary(Name), now.ToDictionary(Name));
        return
        [
            .. old.Keys.Union(recent.Keys).Where(name => old.GetValueOrDefault(name) != recent.GetValueOrDefault(name))
                .Select(name => Change(name, Lines(old.GetValueOrDefault(name)), Lines(recent.GetValueOrDefault(name)))),
        ];
    }

    private static string Change(string name, string[] before, string[] now) => string.Join('\n',
        [$"@ {name}", .. before.Except(now).Select(line => "  - " + line), .. now.Except(before).Select(line => "  + " + line)]);

    private static string[] Lines(string? entry) => entry?.Split('\n') ?? [];

    private static string Name(string entry) => string.Join('|', entry.Split('\n')[0].Split('|').Take(2)).TrimEnd();
}
