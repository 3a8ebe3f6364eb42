using SearchService.Searching;
using SearchService.Tests.Support;

namespace SearchService.Tests.Searching.Ranking;

/// <summary>Equal scores come newest first, then the undated, each by identifier.</summary>
public sealed class TieRuleTests : RankingRules
{
    [Theory]
    [InlineData("orage")]
    [InlineData("orage bref")]
    [InlineData("\"orage bref\"")]
    public void By_date_then_by_identifier(string query)
    {
        Engine.Get<Microsoft.Extensions.Options.IOptions<SearchOptions>>().Value.RecencyHalfLifeDays = 0;
        Index(
            Make.Article("b", "Orage bref"),
            Make.Article("a", "Orage bref"),
            Make.Article("vieux-b", "Orage bref") with { PublishedAt = Make.Date("2025-01-01T00:00:00+01:00") },
            Make.Article("vieux-a", "Orage bref") with { PublishedAt = Make.Date("2024-12-31T23:00:00Z") },
            Make.Article("neuf", "Orage bref") with { PublishedAt = Make.Date("2025-02-01T00:00:00+01:00") });
        Assert.Equal("neuf vieux-a vieux-b a b", Order(query));
    }
}
