namespace SearchService.Classification;

/// <summary>Registers the classifier.</summary>
public static class ClassificationRegistration
{
    /// <summary>Adds <see cref="ArticleClassifier"/> with the built-in rules.</summary>
    public static IServiceCollection AddClassification(this IServiceCollection services) => services
        .AddSingleton(_ => TopicRules.Load())
        .AddSingleton<ArticleClassifier>();
}
