using System.Globalization;
using SearchService.Searching;
using SearchService.Tests.Support;

namespace SearchService.Tests.Relevance.Golden;

/// <summary>A row of <c>Judgements.tsv</c>.</summary>
/// <param name="Kind">The kind of query, and the name of the golden file.</param>
/// <param name="Operator">How the words are combined.</param>
/// <param name="Text">The query.</param>
/// <param name="Grades">By identifier how well an article answers, 1 or 2; empty if the query is not judged.</param>
public sealed record GoldenQuery(string Kind, SearchOperator Operator, string Text, IReadOnlyDictionary<string, int> Grades)
{
    /// <summary>What identifies the query in a golden file.</summary>
    public string Name => $"{Text} | {Operator.ToString().ToLowerInvariant()}";

    public static string Folder => Path.Combine(Repository.Tests, "SearchService.Tests", "Relevance", "Golden");

    public static IReadOnlyList<GoldenQuery> ReadAll() =>
        [.. File.ReadLines(Path.Combine(Folder, "Judgements.tsv")).Where(line => !line.StartsWith('#')).Select(line => Read(line.Split('\t')))];

    private static GoldenQuery Read(string[] columns) => new(
        columns[0], Enum.Parse<SearchOperator>(columns[1], ignoreCase: true), columns[2],
        columns[3].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(grade => grade.Split('='))
            .ToDictionary(pair => pair[0], pair => int.Parse(pair[1], CultureInfo.InvariantCulture)));
}
