using SearchService.Searching.Facets;
using SearchService.Searching.Ranking;
using SearchService.Searching.Similarity;
using SearchService.Searching.Suggestions;

namespace SearchService.Searching;

/// <summary>Registers search.</summary>
public static class SearchingRegistration
{
    /// <summary>Adds <see cref="ArticleSearcher"/>, <see cref="ArticleMarker"/>, <see cref="SimilarArticles"/>, <see cref="SpellingCorrector"/> and <see cref="Suggester"/>.</summary>
    public static IServiceCollection AddSearching(this IServiceCollection services) => services
        .AddSingleton<FacetNumbers>()
        .AddSingleton(RankingParameters.Default)
        .AddSingleton<SpellingCorrector>()
        .AddSingleton<SuggestionSegments>()
        .AddSingleton<SegmentWarmup>()
        .AddSingleton<Suggester>()
        .AddSingleton<SimilarArticles>()
        .AddSingleton<ArticleMarker>()
        .AddSingleton<ArticleSearcher>();
}
