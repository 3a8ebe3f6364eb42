using SearchService.Analysis;
using SearchService.Indexing;
using SearchService.Searching.Ranking;

namespace SearchService.Tests.Searching.Ranking;

public sealed class FieldWeightsTests
{
    [Theory]
    [InlineData(AnalysisLevel.Exact)]
    [InlineData(AnalysisLevel.Stem)]
    public void A_headline_weighs_more_than_the_lead_and_that_more_than_the_body(AnalysisLevel level)
    {
        Assert.True(FieldWeights.Of(IndexSchema.Headline, level) > FieldWeights.Of(IndexSchema.Lead, level));
        Assert.True(FieldWeights.Of(IndexSchema.Lead, level) > FieldWeights.Of(IndexSchema.Body, level));
    }

    [Theory]
    [InlineData(IndexSchema.Headline)]
    [InlineData(IndexSchema.Lead)]
    [InlineData(IndexSchema.Body)]
    public void The_form_as_typed_counts_half_as_much_again(string field) =>
        Assert.Equal(0.5f, FieldWeights.Of(field, AnalysisLevel.Exact) / FieldWeights.Of(field, AnalysisLevel.Stem));
}
