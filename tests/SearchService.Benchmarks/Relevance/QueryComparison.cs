using System.Globalization;

namespace SearchService.Benchmarks.Relevance;

/// <summary>The queries whose scores two settings move most apart.</summary>
internal static class QueryComparison
{
    private const int Shown = 15;

    /// <summary>Writes what wins and what loses: nDCG@10 and the rank of the first relevant document, before and after.</summary>
    public static void Write(TextWriter writer, string collection, Evaluation before, Evaluation after)
    {
        var changes = before.Queries
            .Select((query, i) => (Query: query, Before: before.Scores[i], After: after.Scores[i], Gain: after.Scores[i].Ndcg - before.Scores[i].Ndcg))
            .ToArray();
        var wins = changes.Where(change => change.Gain > 0).OrderByDescending(change => change.Gain).ToArray();
        var losses = changes.Where(change => change.Gain < 0).OrderBy(change => change.Gain).ToArray();
        writer.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{collection}: nDCG@10 {before.Ndcg:0.0000} -> {after.Ndcg:0.0000}; better {wins.Length}, worse {losses.Length}, same {changes.Length - wins.Length - losses.Length}"));
        foreach (var (title, list) in new[] { ("wins", wins), ("losses", losses) })
        {
            writer.WriteLine($"  {title}");
            foreach (var (query, old, now, _) in list.Take(Shown))
            {
                writer.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"    {old.Ndcg:0.000} -> {now.Ndcg:0.000}  rank {Rank(old),3} -> {Rank(now),-3}  {query.Text}  [{query.Id}]"));
            }
        }
    }

    private static string Rank(QueryScore score) => score.FirstRelevant?.ToString(CultureInfo.InvariantCulture) ?? "-";
}
