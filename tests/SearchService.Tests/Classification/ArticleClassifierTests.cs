using SearchService.Articles;
using SearchService.Classification;
using SearchService.Tests.Support;

namespace SearchService.Tests.Classification;

/// <summary>What an article is given that comes without.</summary>
public sealed class ArticleClassifierTests
{
    private static readonly TopicRules Rules = TopicRules.Load();
    private static readonly ArticleClassifier Classifier = new(Rules);

    private static readonly Article Football = Make.Article("a", "Coupe d'Orval: un match de football");

    [Fact]
    public void Story_and_topics_are_found_and_named_as_derived()
    {
        var classified = Classifier.Classify(Football);

        Assert.Equal("Coupe d'Orval", classified.Story);
        Assert.Equal(["Sport"], classified.Topics);
        Assert.Equal(["topics", "story"], classified.Derived);
        Assert.Same(Football, classified.Article);
    }

    [Fact]
    public void What_the_source_said_stays()
    {
        var classified = Classifier.Classify(Football with { Story = "Le derby", Topics = ["Loisirs"] });

        Assert.Equal("Le derby", classified.Story);
        Assert.Equal(["Loisirs"], classified.Topics);
        Assert.Empty(classified.Derived);
    }

    [Fact]
    public void Each_is_derived_by_itself()
    {
        Assert.Equal(["topics"], Classifier.Classify(Football with { Story = "Le derby" }).Derived);
        Assert.Equal(["story"], Classifier.Classify(Football with { Topics = ["Loisirs"] }).Derived);
    }

    [Fact]
    public void What_is_not_found_is_not_named()
    {
        var classified = Classifier.Classify(Make.Article("a", "Un dimanche à Orval"));

        Assert.Null(classified.Story);
        Assert.Empty(classified.Topics);
        Assert.Empty(classified.Derived);
    }

    [Fact]
    public void The_rules_are_named_so_that_others_can_look_again()
    {
        Assert.EndsWith(Rules.Identity, Classifier.Rules, StringComparison.Ordinal);
        Assert.Equal(Classifier.Rules, Classifier.Classify(Football).Derivation.Rules);
    }
}
