using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Nodes;
using SearchService.Articles;

namespace SearchService.Benchmarks.Relevance;

/// <summary>Reads the files of a collection.</summary>
internal static class CollectionReader
{
    private static readonly string[] Kept = ["topics", "publishedAt", "source"];

    /// <summary>The queries that have a relevant document, in the order of their file.</summary>
    /// <exception cref="IOException">A file is missing or unreadable.</exception>
    /// <exception cref="InvalidDataException">A line is not what it should be.</exception>
    public static IReadOnlyList<JudgedQuery> ReadQueries(CollectionSource source)
    {
        var grades = new Dictionary<string, Dictionary<string, int>>();
        foreach (var (where, line) in Lines(Path.Combine(source.Folder, "qrels.tsv")))
        {
            if (line.Split('\t') is not [var query, var document, var text, ..] || !int.TryParse(text, CultureInfo.InvariantCulture, out var grade))
            {
                throw new InvalidDataException($"{where}: expected query, document and grade, with tabs between them.");
            }

            if (grade > 0)
            {
                if (!grades.TryGetValue(query, out var documents))
                {
                    grades.Add(query, documents = []);
                }

                documents[document] = grade;
            }
        }

        JudgedQuery[] queries =
        [
            .. from line in Lines(Path.Combine(source.Folder, source.Queries))
               let json = Parse(line.Where, line.Text)
               let id = Text(json, "id") ?? throw new InvalidDataException($"{line.Where}: the query has no id.")
               where grades.ContainsKey(id)
               select new JudgedQuery(id, Text(json, "text") ?? "", grades[id]),
        ];
        return queries.Length > 1 ? queries : throw new InvalidDataException(
            $"{Path.Combine(source.Folder, source.Queries)}: fewer than two queries have a relevant document in qrels.tsv.");
    }

    /// <summary>The documents, either articles as the service takes them or <c>{"id","title","text"}</c>.</summary>
    /// <exception cref="IOException">The file is missing or unreadable.</exception>
    /// <exception cref="InvalidDataException">A line is no article.</exception>
    public static IEnumerable<Article> ReadArticles(CollectionSource source)
    {
        foreach (var (where, line) in Lines(source.DocumentsPath))
        {
            var from = Parse(where, line);
            var json = new JsonObject
            {
                ["id"] = from["id"]?.DeepClone(),
                ["headline"] = source.WithoutHeadlines ? "-" : Text(from, "headline") ?? Text(from, "title") ?? "-",
                ["paragraphs"] = from["paragraphs"] is JsonArray { Count: > 0 } paragraphs ? paragraphs.DeepClone() : new JsonArray(Text(from, "text")),
            };
            foreach (var name in Kept)
            {
                json[name] = from[name]?.DeepClone();
            }

            if (!ArticleJsonReader.TryRead(JsonSerializer.SerializeToUtf8Bytes(json), out var article, out var error, out _))
            {
                throw new InvalidDataException($"{where}: {error.Message}");
            }

            yield return article;
        }
    }

    /// <summary>The file, or the compressed one beside it if that is what is there.</summary>
    /// <exception cref="IOException">Neither is there.</exception>
    public static string Existing(string path) =>
        File.Exists(path) ? path
        : File.Exists(path + ".gz") ? path + ".gz"
        : throw new FileNotFoundException(
            Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(path))) ? $"There is no file {path}." : $"There is no folder {Path.GetDirectoryName(path)}.");

    private static string? Text(JsonObject json, string name) =>
        json[name] is JsonValue value && value.TryGetValue<string>(out var text) && text.Length > 0 ? text : null;

    private static JsonObject Parse(string where, string line)
    {
        try
        {
            return JsonNode.Parse(line) as JsonObject ?? throw new InvalidDataException($"{where}: a JSON object is expected.");
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"{where}: {e.Message}", e);
        }
    }

    private static IEnumerable<(string Where, string Text)> Lines(string path)
    {
        path = Existing(path);
        using Stream file = File.OpenRead(path);
        using var reader = new StreamReader(path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file);
        for (var number = 1; reader.ReadLine() is { } line; number++)
        {
            if (!string.IsNullOrWhiteSpace(line))
            {
                yield return (string.Create(CultureInfo.InvariantCulture, $"{path}, line {number}"), line);
            }
        }
    }
}
