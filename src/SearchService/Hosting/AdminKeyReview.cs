using Microsoft.Extensions.Options;

namespace SearchService.Hosting;

/// <summary>Warns at the start of administration keys that may be guessed. It names their places, never the keys.</summary>
public sealed partial class AdminKeyReview : IHostedService
{
    private readonly IReadOnlyList<string> _entries;
    private readonly ILogger<AdminKeyReview> _logger;

    /// <summary>Looks at the keys of a service.</summary>
    public AdminKeyReview(IOptions<SecurityOptions> options, ILogger<AdminKeyReview> logger)
    {
        _entries = options.Value.AdminKeys;
        _logger = logger;
    }

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        for (var i = 0; i < _entries.Count; i++)
        {
            if (AdminKey.IsShort(_entries[i]))
            {
                Log.Short(_logger, i);
            }
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Security:AdminKeys:{Index} has fewer than 16 characters and may be guessed: take a random one, such as openssl rand -base64 24 gives")]
        public static partial void Short(ILogger logger, int index);
    }
}
