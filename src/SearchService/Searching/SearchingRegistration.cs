using SearchService.Searching.Facets;
using SearchService.Searching.Ranking;

namespace SearchService.Searching;

/// <summary>Registers search.</summary>
public static class SearchingRegistration
{
    /// <summary>Adds <see cref="ArticleSearcher"/>.</summary>
    public static IServiceCollection AddSearching(this IServiceCollection services) => services
        .AddSingleton<FacetNumbers>()
        .AddSingleton(RankingParameters.Default)
        .AddSingleton<ArticleSearcher>();
}
