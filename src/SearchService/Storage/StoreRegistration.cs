namespace SearchService.Storage;

/// <summary>Registers the article store of an index folder.</summary>
public static class StoreRegistration
{
    /// <summary>Adds <see cref="ArticleStore"/> and <see cref="CorpusLedger"/>; the store is opened when it is first asked for.</summary>
    /// <param name="services">The services.</param>
    /// <param name="directory">Gives the index folder.</param>
    public static IServiceCollection AddStorage(this IServiceCollection services, Func<IServiceProvider, string> directory) => services
        .AddSingleton(provider => ArticleStore.Open(directory(provider), provider.GetRequiredService<TimeProvider>()))
        .AddSingleton<CorpusLedger>();
}
