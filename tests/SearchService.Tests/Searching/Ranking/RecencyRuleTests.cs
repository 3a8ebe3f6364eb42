using Microsoft.Extensions.Options;
using SearchService.Articles;
using SearchService.Searching;
using SearchService.Searching.Ranking;
using SearchService.Tests.Support;

namespace SearchService.Tests.Searching.Ranking;

/// <summary>
/// At equal words the recent article comes first: its gain halves with every <c>Search:RecencyHalfLifeDays</c> of its age; undated articles have none, and 0 turns it off.
/// </summary>
public sealed class RecencyRuleTests : RankingRules
{
    [Fact]
    public void Recent_before_old_before_undated()
    {
        Index(Dated("a-vieux", 400), Dated("b-neuf", 0), Make.Article("c-sans", "Orage jaune ocre"), Dated("d-mois", 30));
        Assert.Equal("b-neuf d-mois a-vieux c-sans", Order("orage"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(15)]
    [InlineData(30)]
    [InlineData(60)]
    [InlineData(365)]
    public void The_gain_halves_with_every_half_life(int days)
    {
        Index(Dated("a", days), Make.Article("b-sans", "Orage jaune ocre"));
        var scores = Scores("orage");
        Assert.Equal(1 + (RankingParameters.Default.Recency * Math.Pow(0.5, days / Options.RecencyHalfLifeDays)), scores["a"] / scores["b-sans"], 4);
    }

    [Fact]
    public void The_future_gains_no_more_than_this_moment()
    {
        Index(Dated("a-futur", -10), Dated("b-present", 0));
        var scores = Scores("orage");
        Assert.Equal(scores["b-present"], scores["a-futur"]);
    }

    [Fact]
    public void A_shorter_half_life_forgets_sooner()
    {
        Index(Dated("a", 10), Make.Article("b-sans", "Orage jaune ocre"));
        var gain = Gain();
        Options.RecencyHalfLifeDays = 5;
        Assert.True(Gain() < gain);
    }

    [Fact]
    public void Without_a_half_life_age_does_not_matter()
    {
        Index(Dated("a-vieux", 400), Dated("b-neuf", 0), Make.Article("c-sans", "Orage jaune ocre"));
        Options.RecencyHalfLifeDays = 0;
        Assert.Single(Scores("orage").Values.Distinct());
        Assert.Equal("b-neuf a-vieux c-sans", Order("orage")); // equal scores: by date
    }

    [Fact]
    public void It_does_not_outweigh_a_word_in_the_headline()
    {
        Index(Dated("a-neuf", 0) with { Headline = "Vent jaune ocre", Paragraphs = [new("Un orage arrive.")] }, Dated("b-vieux", 4000));
        Assert.Equal("b-vieux a-neuf", Order("orage"));
    }

    private SearchOptions Options => Engine.Get<IOptions<SearchOptions>>().Value;

    private static Article Dated(string id, int days) => Make.Article(id, "Orage jaune ocre") with { PublishedAt = Now.AddDays(-days) };

    private double Gain()
    {
        var scores = Scores("orage");
        return scores["a"] / scores["b-sans"];
    }
}
