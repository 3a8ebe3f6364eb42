namespace SearchService.Benchmarks.Relevance;

/// <summary>How well one query was answered.</summary>
/// <param name="Ndcg">nDCG@10.</param>
/// <param name="ReciprocalRank">Of the first relevant document within 10.</param>
/// <param name="Recall">Within 100.</param>
/// <param name="FirstRelevant">The rank of the first relevant document, or null if it is not among 100.</param>
internal readonly record struct QueryScore(double Ndcg, double ReciprocalRank, double Recall, int? FirstRelevant);
