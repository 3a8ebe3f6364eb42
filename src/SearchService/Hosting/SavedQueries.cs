using SearchService.Articles;

namespace SearchService.Hosting;

/// <summary>
/// The queries of the file <c>Index:SavedQueriesPath</c>: one a line, if wished with a tab and the identifier of the article that must be among its first ten
/// hits. Empty lines and lines that start with <c>#</c> say nothing.
/// </summary>
public static class SavedQueries
{
    /// <summary>Reads a file.</summary>
    /// <param name="path">The file; null or empty for none.</param>
    /// <exception cref="FormatException">A line is not understood; the message, in French, names file and line.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static IReadOnlyList<SavedQuery> Load(string? path) => string.IsNullOrEmpty(path)
        ? []
        : [.. File.ReadLines(path)
            .Select((line, i) => (Line: line, Number: i + 1))
            .Where(row => !string.IsNullOrWhiteSpace(row.Line) && !row.Line.StartsWith('#'))
            .Select(row => Read(row.Line, $"{path}, ligne {row.Number}"))];

    private static SavedQuery Read(string line, string place)
    {
        var parts = line.Split('\t');
        if (parts.Length > 2)
        {
            throw new FormatException($"{place} : une requête et au plus un identifiant, séparés par une tabulation.");
        }

        var text = parts[0].Trim();
        if (text.Length == 0)
        {
            throw new FormatException($"{place} : la requête manque devant la tabulation.");
        }

        var id = parts.Length == 2 ? parts[1].Trim() : null;
        return id is null || ArticleId.IsValid(id)
            ? new SavedQuery(text, id)
            : throw new FormatException($"{place} : « {id} » n'est pas un identifiant d'article.");
    }
}
