namespace SearchService.Articles;

/// <summary>An article with the story and topics that readers see: the source's own, else the derived ones.</summary>
/// <param name="Article">What the source said.</param>
/// <param name="Derivation">What classification found beside it.</param>
public sealed record ClassifiedArticle(Article Article, Derivation Derivation)
{
    /// <summary>The name of the story in <see cref="Derived"/>.</summary>
    public const string StoryField = "story";

    /// <summary>The name of the topics in <see cref="Derived"/>.</summary>
    public const string TopicsField = "topics";

    /// <summary>The running story, or null.</summary>
    public string? Story => Article.Story ?? Derivation.Story;

    /// <summary>The topics.</summary>
    public IReadOnlyList<string> Topics => Article.Topics.Count > 0 ? Article.Topics : Derivation.Topics;

    /// <summary>Which of <c>topics</c> and <c>story</c> were derived.</summary>
    public IReadOnlyList<string> Derived
    {
        get
        {
            var topics = Article.Topics.Count == 0 && Derivation.Topics.Count > 0;
            var story = Article.Story is null && Derivation.Story is not null;
            return (topics, story) switch
            {
                (true, true) => [TopicsField, StoryField],
                (true, false) => [TopicsField],
                (false, true) => [StoryField],
                _ => [],
            };
        }
    }
}
