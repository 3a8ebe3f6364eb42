namespace SearchService.Tests.Relevance;

/// <summary>A row of <c>FrenchCases.tsv</c>.</summary>
public sealed record FrenchCase(string Id, string Category, string Query, IReadOnlyList<string> ShouldMatch, IReadOnlyList<string> ShouldNotMatch, int Tier, bool IsOpen)
{
    public static IReadOnlyList<FrenchCase> ReadAll() =>
    [
        .. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Relevance", "FrenchCases.tsv")).Skip(1).Select(line => line.Split('\t')).Select(columns => new FrenchCase(
            columns[0], columns[1], columns[2], Texts(columns[3]), Texts(columns[4]), columns[5][1] - '0', columns[5].EndsWith("(open)", StringComparison.Ordinal))),
    ];

    private static string[] Texts(string column) => column.Split(" || ", StringSplitOptions.RemoveEmptyEntries);
}
