using SearchService.Searching;

namespace SearchService.Benchmarks;

/// <summary>
/// Queries of one shape, one after the other and again from the start: those of the file that the environment variable BENCHMARK_QUERIES names (kind and
/// query with a tab between them, a heading first), else some that the sample corpus answers.
/// </summary>
internal sealed class QueryCycle
{
    /// <summary>The file of queries.</summary>
    public const string Variable = "BENCHMARK_QUERIES";

    // So few that an iteration goes through all of them: each then measures the same mixture.
    private const int Most = 100;

    private readonly SearchRequest[] _requests;
    private int _next;

    private QueryCycle(IEnumerable<string> queries, SearchOperator words)
    {
        string[] all = [.. queries];
        var count = Math.Min(all.Length, Most);
        _requests = [.. Enumerable.Range(0, count).Select(i => new SearchRequest { Query = all[i * all.Length / count], Operator = words })];
    }

    /// <summary>Queries of a shape.</summary>
    /// <param name="kind">How the kinds of the file that have this shape begin.</param>
    /// <param name="least">The fewest words, as spaces separate them.</param>
    /// <param name="most">The most words.</param>
    /// <param name="words">How many of the words must be found.</param>
    /// <param name="samples">What to search without a file.</param>
    /// <exception cref="InvalidDataException">The file has no query of the shape.</exception>
    public static QueryCycle Of(string kind, int least, int most, SearchOperator words, params string[] samples)
    {
        if (Environment.GetEnvironmentVariable(Variable) is not { Length: > 0 } path)
        {
            return new QueryCycle(samples, words);
        }

        string[] queries =
        [
            .. File.ReadLines(path).Skip(1).Select(line => line.Split('\t'))
                .Where(row => row is [var its, var text] && its.StartsWith(kind, StringComparison.Ordinal) && HasWords(text, least, most)).Select(row => row[1]),
        ];
        return queries.Length > 0 ? new QueryCycle(queries, words) : throw new InvalidDataException($"{path} has no query of the kind {kind} with {least} to {most} words.");
    }

    /// <summary>The same queries, each changed.</summary>
    public QueryCycle Select(Func<string, string> change) => new(_requests.Select(request => change(request.Query)), _requests[0].Operator);

    /// <summary>The next query.</summary>
    public SearchRequest Next() => _requests[_next++ % _requests.Length];

    private static bool HasWords(string text, int least, int most)
    {
        var count = text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;
        return least <= count && count <= most;
    }
}
