using SearchService.Searching;

namespace SearchService.Benchmarks;

/// <summary>
/// Queries of one shape, searched one after the other: those of the file that the environment variable BENCHMARK_QUERIES names (kind and query with a tab
/// between them, a heading first), else some that the sample corpus answers.
/// </summary>
internal sealed class QueryCycle
{
    /// <summary>The file of queries.</summary>
    public const string Variable = "BENCHMARK_QUERIES";

    /// <summary>How many searches a cycle is; each invocation is a whole one, so that all of them measure the same mixture.</summary>
    public const int Length = 50;

    private readonly SearchRequest[] _requests;

    private QueryCycle(IEnumerable<SearchRequest> requests) => _requests = [.. requests];

    /// <summary>Queries of a shape.</summary>
    /// <param name="kind">How the kinds of the file that have this shape begin.</param>
    /// <param name="least">The fewest words, as spaces separate them.</param>
    /// <param name="most">The most words.</param>
    /// <param name="words">How many of the words must be found.</param>
    /// <param name="samples">What to search without a file.</param>
    /// <exception cref="InvalidDataException">The file has no query of the shape.</exception>
    public static QueryCycle Of(string kind, int least, int most, SearchOperator words, params string[] samples)
    {
        var queries = samples;
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } path)
        {
            queries =
            [
                .. File.ReadLines(path).Skip(1).Select(line => line.Split('\t'))
                    .Where(row => row is [var its, var text] && its.StartsWith(kind, StringComparison.Ordinal) && HasWords(text, least, most))
                    .Select(row => row[1]),
            ];
            if (queries.Length == 0)
            {
                throw new InvalidDataException($"{path} has no query of the kind {kind} with {least} to {most} words.");
            }
        }

        // Spread over the file, or a few again and again.
        return new(Enumerable.Range(0, Length)
            .Select(i => new SearchRequest { Query = queries[i * Math.Max(1, queries.Length / Length) % queries.Length], Operator = words }));
    }

    /// <summary>The same requests, each changed.</summary>
    public QueryCycle With(Func<SearchRequest, SearchRequest> change) => new(_requests.Select(change));

    /// <summary>Searches all of them.</summary>
    /// <returns>How many articles they find together.</returns>
    public long SearchAll(ArticleSearcher searcher) => _requests.Sum(request => (long)searcher.Search(request).Total);

    private static bool HasWords(string text, int least, int most)
    {
        var count = text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;
        return least <= count && count <= most;
    }
}
