namespace SearchService.Indexing;

/// <summary>Registers the index of a folder.</summary>
public static class IndexingRegistration
{
    /// <summary>Adds the live index with what keeps it up to date and rebuilds it.</summary>
    /// <param name="services">The services.</param>
    /// <param name="directory">Gives the index folder.</param>
    public static IServiceCollection AddIndexing(this IServiceCollection services, Func<IServiceProvider, string> directory) => services
        .AddSingleton(provider => new GenerationFolder(directory(provider)))
        .AddSingleton<LiveIndex>()
        .AddSingleton<IndexFollower>()
        .AddSingleton<DiskSpace>()
        .AddSingleton<GenerationHandover>()
        .AddSingleton<IndexRollback>()
        .AddSingleton<IndexRebuild>();
}
