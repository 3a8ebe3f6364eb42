using System.Collections.Concurrent;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SearchService.Hosting;

namespace SearchService.Tests.Support;

/// <summary>The engine over a folder that is there already, with all that the service runs in the background, but without HTTP. Its corpus is empty.</summary>
public sealed class BackgroundEngine : IAsyncDisposable
{
    // A hang is what it is to catch, on a machine that may be busy.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly ServiceProvider _provider;
    private readonly IHostedService[] _background;
    private readonly ErrorLog _errors = new();

    private BackgroundEngine(TempFolder folder, Action<IServiceCollection>? services)
    {
        Directory.CreateDirectory(folder.File("corpus"));
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Index:Directory"] = folder.File("index"),
            ["Index:RefreshMilliseconds"] = "20",
            ["Corpus:Path"] = folder.File("corpus"),
        }).Build();
        var collection = new ServiceCollection()
            .AddSingleton<IConfiguration>(configuration)
            .AddLogging(logging => logging.ClearProviders().AddProvider(_errors))
            .AddEngine(configuration, folder.Path)
            .AddBackgroundWork();
        services?.Invoke(collection);
        _provider = collection.BuildServiceProvider();
        _background = [.. _provider.GetServices<IHostedService>()];
    }

    /// <summary>What was logged as an error or worse, without the traces.</summary>
    public IReadOnlyCollection<string> Errors => _errors.Messages;

    /// <summary>The state, as <c>/api/index</c> tells it.</summary>
    public IndexStatus Status => Get<IndexStatusReader>().Read();

    public static async Task<BackgroundEngine> StartAsync(TempFolder folder, Action<IServiceCollection>? services = null)
    {
        var engine = new BackgroundEngine(folder, services);
        foreach (var work in engine._background)
        {
            await work.StartAsync(CancellationToken.None);
        }

        return engine;
    }

    public T Get<T>()
        where T : notnull => _provider.GetRequiredService<T>();

    /// <summary>Returns once searches are answered.</summary>
    public Task UntilReadyAsync() => Eventually.TrueAsync(() => Look(() => Get<IndexStatusReader>().WhyNotReady() is null), "the engine is ready", Patience);

    /// <summary>Returns once the files are read, what was damaged is healed and nothing is being built.</summary>
    public Task UntilSettledAsync() => Eventually.TrueAsync(() => Look(() => Status.State == IndexState.Ready), "the index is verified and whole", Patience);

    public async ValueTask DisposeAsync()
    {
        foreach (var work in _background.Reverse())
        {
            await work.StopAsync(CancellationToken.None);
        }

        Fail();
        await _provider.DisposeAsync();
    }

    private Task<bool> Look(Func<bool> condition)
    {
        Fail();
        return Task.FromResult(condition());
    }

    /// <summary>An exception that ends work in the background would end the service.</summary>
    private void Fail() => Assert.DoesNotContain(
        _background.OfType<BackgroundService>(), work => work.ExecuteTask is { IsFaulted: true });

    private sealed class ErrorLog : ILoggerProvider, ILogger
    {
        private readonly ConcurrentQueue<string> _messages = new();

        public IReadOnlyCollection<string> Messages => _messages;

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
            {
                _messages.Enqueue(formatter(state, exception) + (exception is null ? "" : $" [{exception.GetType().Name}: {exception.Message}]"));
            }
        }

        public void Dispose()
        {
        }
    }
}
