namespace SearchService.Benchmarks.Relevance;

/// <summary>The measures of a ranking against graded judgements, each from 0 to 1. Grades are positive; what is not judged is not relevant.</summary>
public static class RelevanceMeasures
{
    private const int Cutoff = 10;

    /// <summary>
    /// nDCG@10 with the gain 2^grade - 1 and the discount log2(rank + 1) (Järvelin and Kekäläinen 2002; the gain is that of Burges et al. 2005).
    /// </summary>
    public static double Ndcg(IReadOnlyList<string> ranking, IReadOnlyDictionary<string, int> grades) =>
        DiscountedGain(ranking.Select(id => grades.GetValueOrDefault(id))) / DiscountedGain(grades.Values.OrderDescending());

    /// <summary>The reciprocal of the rank of the first relevant document, 0 if it is beyond 10.</summary>
    public static double ReciprocalRank(IReadOnlyList<string> ranking, IReadOnlyDictionary<string, int> grades) =>
        FirstRelevant(ranking, grades) is { } rank and <= Cutoff ? 1.0 / rank : 0;

    /// <summary>The part of the relevant documents that is in the ranking, however long that is.</summary>
    public static double Recall(IReadOnlyList<string> ranking, IReadOnlyDictionary<string, int> grades) =>
        (double)ranking.Count(grades.ContainsKey) / grades.Count;

    /// <summary>The rank from 1 of the first relevant document, or null if there is none in the ranking.</summary>
    public static int? FirstRelevant(IReadOnlyList<string> ranking, IReadOnlyDictionary<string, int> grades)
    {
        for (var i = 0; i < ranking.Count; i++)
        {
            if (grades.ContainsKey(ranking[i]))
            {
                return i + 1;
            }
        }

        return null;
    }

    private static double DiscountedGain(IEnumerable<int> grades) =>
        grades.Take(Cutoff).Select((grade, i) => (Math.Pow(2, grade) - 1) / Math.Log2(i + 2)).Sum();
}
