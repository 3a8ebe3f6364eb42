using SearchService.Analysis;
using SearchService.Indexing;
using SearchService.Searching.Ranking;

namespace SearchService.Tests.Searching.Ranking;

public sealed class RankingWeightsTests
{
    [Theory]
    [InlineData(AnalysisLevel.Exact)]
    [InlineData(AnalysisLevel.Lemma)]
    public void A_headline_weighs_more_than_the_lead_and_that_more_than_the_body(AnalysisLevel level)
    {
        Assert.True(RankingWeights.Of(IndexSchema.Headline, level) > RankingWeights.Of(IndexSchema.Lead, level));
        Assert.True(RankingWeights.Of(IndexSchema.Lead, level) > RankingWeights.Of(IndexSchema.Body, level));
    }

    [Theory]
    [InlineData(IndexSchema.Headline)]
    [InlineData(IndexSchema.Lead)]
    [InlineData(IndexSchema.Body)]
    public void The_form_as_typed_counts_half_as_much_again(string field) =>
        Assert.Equal(0.5f, RankingWeights.Of(field, AnalysisLevel.Exact) / RankingWeights.Of(field, AnalysisLevel.Lemma));

    [Fact]
    public void The_stem_counts_less_than_the_form_anywhere() =>
        Assert.InRange(RankingWeights.Stem, 0.01f, RankingWeights.Of(IndexSchema.Body, AnalysisLevel.Exact));

    [Fact]
    public void Weaker_places_and_words_of_grammar_count_less_but_count()
    {
        Assert.InRange(RankingWeights.TieBreaker, 0.01f, 0.99f);
        Assert.InRange(RankingWeights.GrammaticalWord, 0.01f, 0.99f);
    }
}
