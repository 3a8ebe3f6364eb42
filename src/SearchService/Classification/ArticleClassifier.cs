using SearchService.Articles;

namespace SearchService.Classification;

/// <summary>Finds the story and the topics of articles that come without.</summary>
public sealed class ArticleClassifier
{
    private readonly TopicRules _topics;

    /// <summary>Classifies by topic rules and the story rule.</summary>
    public ArticleClassifier(TopicRules topics) => _topics = topics;

    /// <summary>The identity of the rules: articles that others classified are looked at again by a rebuild.</summary>
    public string Rules => "story-1/" + _topics.Identity;

    /// <summary>The article with what was found for it.</summary>
    public ClassifiedArticle Classify(Article article) => new(article, new Derivation(
        article.Story is null ? StoryRule.Find(article.Headline) : null,
        article.Topics.Count == 0 ? _topics.Find(article) : [],
        Rules));
}
