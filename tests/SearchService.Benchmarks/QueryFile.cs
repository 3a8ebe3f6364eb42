namespace SearchService.Benchmarks;

/// <summary>A file of queries: tab-separated, with a heading line that names a column <c>query</c>.</summary>
internal static class QueryFile
{
    /// <summary>The queries in the order of the file.</summary>
    /// <exception cref="InvalidDataException">It has no such column.</exception>
    public static IReadOnlyList<string> Read(string path)
    {
        var lines = File.ReadAllLines(path);
        var column = lines.Length == 0 ? -1 : Array.IndexOf(lines[0].Split('\t'), "query");
        return column < 0
            ? throw new InvalidDataException($"{path} has no column 'query' in its first line.")
            : [.. lines.Skip(1).Select(line => line.Split('\t')).Where(cells => cells.Length > column).Select(cells => cells[column])];
    }
}
