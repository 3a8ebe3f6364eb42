using SearchService.Hosting;

namespace SearchService.Commands;

/// <summary>The engine without the service around it, for one verb.</summary>
public static class Engine
{
    /// <summary>Makes the engine; the caller disposes it.</summary>
    /// <param name="settings">Settings from the command line, over environment and <c>appsettings.json</c>.</param>
    /// <exception cref="SettingsException">A setting is wrong.</exception>
    public static ServiceProvider Create(IReadOnlyList<string> settings)
    {
        var contentRoot = ContentRoot.Find();
        var configuration = new ConfigurationBuilder()
            .SetBasePath(contentRoot)
            .AddJsonFile("appsettings.json", optional: true)
            .AddEnvironmentVariables()
            .AddCommandLine([.. settings])
            .Build();
        SettingsCheck.Run(configuration, contentRoot);
        return new ServiceCollection()
            .AddSingleton<IConfiguration>(configuration)
            // Standard output belongs to results.
            .AddLogging(logging => logging.SetMinimumLevel(LogLevel.Warning).AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace))
            .AddEngine(configuration, contentRoot)
            .BuildServiceProvider();
    }
}
