using SearchService.Searching.Facets;
using SearchService.Searching.Ranking;
using SearchService.Searching.Suggestions;

namespace SearchService.Searching;

/// <summary>Registers search.</summary>
public static class SearchingRegistration
{
    /// <summary>Adds <see cref="ArticleSearcher"/> and the <see cref="SpellingCorrector"/>.</summary>
    public static IServiceCollection AddSearching(this IServiceCollection services) => services
        .AddSingleton<FacetNumbers>()
        .AddSingleton(RankingParameters.Default)
        .AddSingleton<SpellingCorrector>()
        .AddSingleton<ArticleSearcher>();
}
