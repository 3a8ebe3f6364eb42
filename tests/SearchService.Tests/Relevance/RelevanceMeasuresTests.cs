using SearchService.Benchmarks.Relevance;

namespace SearchService.Tests.Relevance;

/// <summary>The measures on rankings short enough to work out by hand.</summary>
public sealed class RelevanceMeasuresTests
{
    private static readonly Dictionary<string, int> OneGood = new() { ["good"] = 1 };

    // The ideal order is best (gain 3), good, fair (gain 1 each): 3 + 1/log2(3) + 1/2.
    private static readonly Dictionary<string, int> Graded = new() { ["fair"] = 1, ["best"] = 2, ["good"] = 1 };
    private static readonly double Ideal = 3 + (1 / Math.Log2(3)) + 0.5;

    [Fact]
    public void The_best_order_has_the_full_gain_whichever_equal_comes_first()
    {
        Assert.Equal(1, RelevanceMeasures.Ndcg(["best", "good", "fair"], Graded), 12);
        Assert.Equal(1, RelevanceMeasures.Ndcg(["best", "fair", "good", "x"], Graded), 12);
    }

    [Fact]
    public void A_lower_rank_and_a_missing_document_cost_gain()
    {
        Assert.Equal((1 + (3 / Math.Log2(3))) / Ideal, RelevanceMeasures.Ndcg(["good", "best"], Graded), 12);
        Assert.Equal(3 / Math.Log2(3) / Ideal, RelevanceMeasures.Ndcg(["x", "best", "y"], Graded), 12);
    }

    [Fact]
    public void A_grade_counts_by_the_power_of_two_less_one() =>
        Assert.Equal(1 / Ideal, RelevanceMeasures.Ndcg(["fair"], Graded), 12);

    [Theory]
    [InlineData(1, 1.0, 1.0)]
    [InlineData(2, 0.6309297535714575, 0.5)]
    [InlineData(10, 0.28906482631788788, 0.1)]
    [InlineData(11, 0, 0)]
    public void What_is_beyond_the_tenth_place_counts_for_recall_alone(int rank, double ndcg, double reciprocal)
    {
        string[] ranking = [.. Enumerable.Range(1, 100).Select(place => place == rank ? "good" : $"x{place}")];

        Assert.Equal(ndcg, RelevanceMeasures.Ndcg(ranking, OneGood), 12);
        Assert.Equal(reciprocal, RelevanceMeasures.ReciprocalRank(ranking, OneGood), 12);
        Assert.Equal(1, RelevanceMeasures.Recall(ranking, OneGood));
        Assert.Equal(rank, RelevanceMeasures.FirstRelevant(ranking, OneGood));
    }

    [Fact]
    public void More_relevant_documents_than_places_are_no_disadvantage()
    {
        var many = Enumerable.Range(1, 30).ToDictionary(number => $"d{number}", _ => 1);

        Assert.Equal(1, RelevanceMeasures.Ndcg([.. many.Keys.Take(10)], many), 12);
        Assert.Equal(1.0 / 3, RelevanceMeasures.Recall([.. many.Keys.Take(10)], many), 12);
    }

    [Fact]
    public void Nothing_found_scores_nothing()
    {
        Assert.Equal(0, RelevanceMeasures.Ndcg([], OneGood));
        Assert.Equal(0, RelevanceMeasures.ReciprocalRank([], OneGood));
        Assert.Equal(0, RelevanceMeasures.Recall([], OneGood));
        Assert.Null(RelevanceMeasures.FirstRelevant(["x"], OneGood));
    }

    [Fact]
    public void The_reciprocal_rank_is_that_of_the_first_relevant_document() =>
        Assert.Equal(0.5, RelevanceMeasures.ReciprocalRank(["x", "fair", "best"], Graded));
}
