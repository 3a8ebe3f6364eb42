using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace SearchService.Tests.Support;

/// <summary>Keeps what is logged, from a level on, with the exceptions in full.</summary>
/// <param name="least">The lowest level that is kept.</param>
public sealed class LogLines(LogLevel least) : ILoggerProvider
{
    private readonly ConcurrentQueue<string> _lines = new();

    /// <summary>An entry each: level, category, message and exception.</summary>
    public string[] All => [.. _lines];

    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

    public void Dispose()
    {
    }

    private sealed class Logger(LogLines lines, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= lines.LeastLevel;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
            {
                lines._lines.Enqueue($"{logLevel} {category}: {formatter(state, exception)} {exception}");
            }
        }
    }

    private LogLevel LeastLevel => least;
}
