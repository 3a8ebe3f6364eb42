using System.Globalization;
using SearchService.Benchmarks.Relevance;
using SearchService.Searching;

namespace SearchService.Tests.Relevance.Golden;

/// <summary>How an answer is written down.</summary>
public static class GoldenAnswer
{
    private const int Shown = 5;

    /// <summary>
    /// A line of what is told about the whole answer, then a line per hit: rank, score, how the hit is judged (<c>**</c>, <c>*</c> or nothing), id, headline.
    /// </summary>
    public static string Write(GoldenQuery query, SearchResponse answer) => string.Join('\n',
        [Summary(query, answer), .. answer.Hits.Take(Shown).Select((hit, place) => string.Create(CultureInfo.InvariantCulture,
            $"  {place + 1} {hit.Score,6:0.00} {new string('*', query.Grades.GetValueOrDefault(hit.Id)),-2} {hit.Id,-21} {hit.Headline}"))]);

    /// <summary>The identifiers of the hits, as the measures take them.</summary>
    public static IReadOnlyList<string> Ids(SearchResponse answer) => [.. answer.Hits.Select(hit => hit.Id)];

    private static string Summary(GoldenQuery query, SearchResponse answer) => string.Join(" | ", new[]
    {
        query.Name,
        $"total {answer.Total}",
        query.Grades.Count == 0 ? null : string.Create(CultureInfo.InvariantCulture, $"nDCG {RelevanceMeasures.Ndcg(Ids(answer), query.Grades):0.00}"),
        answer.Relaxed ? $"relaxed, left out: {string.Join(", ", answer.LeftOut)}" : null,
        answer.DidYouMean is { } better ? $"did you mean: {better.Query} ({better.Cause}{(better.Applied ? ", applied" : "")})" : null,
        answer.Problems.Count == 0 ? null : $"problems: {string.Join(", ", answer.Problems.Select(problem => problem.Code))}",
    }.OfType<string>());
}
