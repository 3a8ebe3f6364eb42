using Microsoft.Extensions.Options;
using SearchService.Analysis;
using SearchService.Classification;
using SearchService.Indexing;
using SearchService.Ingestion;
using SearchService.Observability;
using SearchService.Searching;
using SearchService.Storage;

namespace SearchService.Hosting;

/// <summary>Registers the engine: settings, store, index, search and what runs in the background.</summary>
public static class HostingRegistration
{
    /// <summary>Adds everything that the service and the verbs share.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configuration">The checked configuration.</param>
    /// <param name="contentRoot">What relative paths are resolved against.</param>
    public static IServiceCollection AddEngine(this IServiceCollection services, IConfiguration configuration, string contentRoot)
    {
        services.AddOptions<CorpusOptions>().Bind(configuration.GetSection(CorpusOptions.Section));
        services.AddOptions<IndexOptions>().Bind(configuration.GetSection(IndexOptions.Section));
        services.AddOptions<SearchOptions>().Bind(configuration.GetSection(SearchOptions.Section));
        services.AddOptions<IngestionOptions>().Bind(configuration.GetSection(IngestionOptions.Section));
        services.AddOptions<SecurityOptions>().Bind(configuration.GetSection(SecurityOptions.Section));
        services.AddOptions<AnalysisOptions>().Bind(configuration.GetSection(AnalysisOptions.Section));
        services.AddMetrics();
        return services
            .AddSingleton(TimeProvider.System)
            .AddSingleton<SearchMetrics>()
            .AddSingleton<RecentSearches>()
            .AddSingleton(provider => ServicePaths.Resolve(
                contentRoot, provider.GetRequiredService<IOptions<IndexOptions>>(), provider.GetRequiredService<IOptions<CorpusOptions>>()))
            .AddSingleton(provider => IndexFolderLock.Take(IndexDirectory(provider), configuration["Urls"]))
            .AddStorage(provider =>
            {
                provider.GetRequiredService<IndexFolderLock>(); // who writes the folder holds it first
                IndexFolderCheck.RequireStore(IndexDirectory(provider));
                return IndexDirectory(provider);
            })
            .AddIndexing(IndexDirectory)
            .AddClassification()
            .AddSingleton(provider => SynonymMap.Load(
                provider.GetRequiredService<IOptions<AnalysisOptions>>().Value.SynonymsPath is { Length: > 0 } path ? Path.Combine(contentRoot, path) : null))
            .AddSearching()
            .AddSingleton<PublishingCheck>(provider => new SavedQueryCheck(
                SavedQueries.Load(provider.GetRequiredService<IOptions<IndexOptions>>().Value.SavedQueriesPath is { Length: > 0 } path ? Path.Combine(contentRoot, path) : null),
                provider.GetRequiredService<ArticleSearcher>()).Run)
            .AddSingleton<AdminKeys>()
            .AddSingleton<RecentProblems>()
            .AddSingleton<CorpusSync>()
            .AddSingleton<ArticleImport>()
            .AddSingleton<Reclassification>()
            .AddSingleton<IndexHealth>()
            .AddSingleton<IndexOpening>()
            .AddSingleton<IndexHealing>()
            .AddSingleton<RebuildJobs>()
            .AddSingleton<StartupProgress>()
            .AddSingleton<IndexStatusReader>();
    }

    /// <summary>Adds what runs in the background of the service.</summary>
    public static IServiceCollection AddBackgroundWork(this IServiceCollection services) => services
        .AddHostedService<IndexingService>()
        .AddHostedService<IndexHealthService>()
        .AddHostedService<CorpusService>()
        .AddHostedService<RebuildService>()
        .AddSingleton<StoreVerification>()
        .AddHostedService(provider => provider.GetRequiredService<StoreVerification>());

    private static string IndexDirectory(IServiceProvider provider) => provider.GetRequiredService<ServicePaths>().IndexDirectory;
}
