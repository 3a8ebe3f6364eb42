using Lucene.Net.Analysis.TokenAttributes;
using SearchService.Analysis;
using SearchService.Indexing;

namespace SearchService.Tests.Indexing;

public sealed class IndexSchemaTests
{
    [Theory]
    [InlineData(IndexSchema.Headline, AnalysisLevel.Exact, "headline.exact")]
    [InlineData(IndexSchema.Headline, AnalysisLevel.Lemma, "headline.lemma")]
    [InlineData(IndexSchema.Headline, AnalysisLevel.Stem, IndexSchema.Stems)]
    [InlineData(IndexSchema.Text, AnalysisLevel.Exact, "text.exact")]
    [InlineData(IndexSchema.Text, AnalysisLevel.Lemma, "text.lemma")]
    [InlineData(IndexSchema.Text, AnalysisLevel.Stem, IndexSchema.Stems)]
    [InlineData(IndexSchema.Opening, AnalysisLevel.Lemma, "opening.lemma")]
    public void A_field_of_text_has_a_name_per_level(string field, AnalysisLevel level, string name) => Assert.Equal(name, IndexSchema.At(field, level));

    [Theory]
    [InlineData(IndexSchema.Id)]
    [InlineData(IndexSchema.TopicFacet)]
    [InlineData("inconnu")]
    public void A_field_without_text_has_no_levels(string field) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => IndexSchema.At(field, AnalysisLevel.Exact));

    [Fact]
    public void Every_field_of_text_has_forms_and_lemmas_and_all_share_their_stems()
    {
        var names = IndexSchema.TextFields.SelectMany(field => Enum.GetValues<AnalysisLevel>().Select(level => IndexSchema.At(field, level)))
            .Concat([IndexSchema.Id, IndexSchema.ArticleVersion, IndexSchema.Source, IndexSchema.TopicFacet, IndexSchema.StoryFacet])
            .Concat([IndexSchema.SourceFacet, IndexSchema.Published, IndexSchema.Day]);

        Assert.Equal(13, names.Distinct().Count());
    }

    [Theory]
    [InlineData(AnalysisLevel.Exact)]
    [InlineData(AnalysisLevel.Lemma)]
    [InlineData(AnalysisLevel.Stem)]
    public void The_analyzer_of_a_field_is_that_of_its_level(AnalysisLevel level)
    {
        const string Text = "Les élections législatives inquiétaient";
        using var schema = IndexSchema.CreateAnalyzer();

        foreach (var field in IndexSchema.TextFields)
        {
            Assert.Equal(Terms(TextAnalysis.Analyzer(level), "x", Text), Terms(schema, IndexSchema.At(field, level), Text));
        }

        Assert.NotEqual(Terms(TextAnalysis.Analyzer(AnalysisLevel.Exact), "x", Text), Terms(TextAnalysis.Analyzer(AnalysisLevel.Stem), "x", Text));
    }

    private static List<string> Terms(Lucene.Net.Analysis.Analyzer analyzer, string field, string text)
    {
        using var stream = analyzer.GetTokenStream(field, text);
        var term = stream.GetAttribute<ICharTermAttribute>();
        var terms = new List<string>();
        stream.Reset();
        while (stream.IncrementToken())
        {
            terms.Add(term.ToString());
        }

        stream.End();
        return terms;
    }
}
