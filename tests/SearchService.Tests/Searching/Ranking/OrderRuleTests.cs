using SearchService.Tests.Support;

namespace SearchService.Tests.Searching.Ranking;

/// <summary>Neighbours in the order of the query count more than in the reverse order.</summary>
public sealed class OrderRuleTests : RankingRules
{
    [Theory]
    [InlineData("renard rouge", "a-droit b-inverse")]
    [InlineData("rouge renard", "b-inverse a-droit")]
    public void The_order_of_the_query_first(string query, string order)
    {
        Index(
            Make.Article("a-droit", "Feuilleton", "Hier un renard rouge dormait."),
            Make.Article("b-inverse", "Feuilleton", "Hier un rouge renard dormait."));
        Assert.Equal(order, Order(query));
    }
}
