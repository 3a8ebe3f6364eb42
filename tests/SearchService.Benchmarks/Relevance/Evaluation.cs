namespace SearchService.Benchmarks.Relevance;

/// <summary>The scores of some queries of a collection.</summary>
/// <param name="Queries">The queries.</param>
/// <param name="Scores">A score per query.</param>
/// <param name="Time">How long the searches took together.</param>
internal sealed record Evaluation(IReadOnlyList<JudgedQuery> Queries, QueryScore[] Scores, TimeSpan Time)
{
    /// <summary>Mean nDCG@10.</summary>
    public double Ndcg => Scores.Average(score => score.Ndcg);

    /// <summary>Mean reciprocal rank within 10.</summary>
    public double ReciprocalRank => Scores.Average(score => score.ReciprocalRank);

    /// <summary>Mean recall within 100.</summary>
    public double Recall => Scores.Average(score => score.Recall);
}
