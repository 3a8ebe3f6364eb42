using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;
using SearchService.Hosting;
using SearchService.Searching;

namespace SearchService.Endpoints;

/// <summary>How much of the service a request, a client and all searches together may take.</summary>
public static class RequestLimits
{
    private const int MaxRequestLineBytes = 64 * 1024;

    /// <summary>The longest body of the routes that do not set their own: a text to analyse, each character at worst an escape of six bytes.</summary>
    private const int MaxBodyBytes = 1024 * 1024;

    /// <summary>Some 20 KB each at rest: more than any newsroom has, fewer than would take the memory or the file handles of the service.</summary>
    private const int MaxConnections = 4096;

    /// <summary>Adds the limits. Headers keep the server's own: 32 KB, 100 of them, 30 seconds.</summary>
    public static IServiceCollection AddRequestLimits(this IServiceCollection services)
    {
        services.Configure<KestrelServerOptions>(server =>
        {
            server.AddServerHeader = false;
            server.Limits.MaxRequestLineSize = MaxRequestLineBytes;
            server.Limits.MaxRequestBodySize = MaxBodyBytes;
            server.Limits.MaxConcurrentConnections = MaxConnections;

            // The buffer must hold a request line and headers of the allowed sizes.
            server.Limits.MaxRequestBufferSize = 1024 * 1024;
        });
        services.AddSingleton<WriteLimits>().AddSingleton<StopDeadline>();
        services.Configure<HostOptions>(host => host.ShutdownTimeout = StopDeadline.All);
        services.AddRateLimiter(_ => { });
        services.AddOptions<RateLimiterOptions>().Configure<IOptions<SearchOptions>, IOptions<SecurityOptions>>((limiter, search, security) =>
        {
            // One limiter for all routes that search: they share the cores.
            limiter.AddPolicy(SearchOptions.LimiterPolicy, _ => RateLimitPartition.GetConcurrencyLimiter(SearchOptions.LimiterPolicy, _ => new ConcurrencyLimiterOptions
            {
                PermitLimit = search.Value.MaxConcurrent,
                QueueLimit = search.Value.MaxQueued,
                QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
            }));
            if (security.Value.RequestsPerSecond is > 0 and var perSecond)
            {
                limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context =>
                    RateLimitPartition.GetTokenBucketLimiter(Client(context.Connection.RemoteIpAddress), _ => new TokenBucketRateLimiterOptions
                    {
                        TokenLimit = perSecond,
                        TokensPerPeriod = perSecond,
                        ReplenishmentPeriod = TimeSpan.FromSeconds(1),
                    }));
            }

            limiter.OnRejected = async (context, _) =>
            {
                // Only the limiter of clients knows when to come back; without that it was the one of searches.
                var tooMany = context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var wait);
                var seconds = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds));
                context.HttpContext.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
                var problem = tooMany
                    ? Problems.Of(ErrorCode.TooManyRequests, $"La limite est de {security.Value.RequestsPerSecond} requêtes par seconde (Security:RequestsPerSecond).")
                    : Problems.Of(ErrorCode.Overloaded, "Trop de recherches à la fois (Search:MaxConcurrent, Search:MaxQueued) : réessayez dans un instant.");
                await problem.ExecuteAsync(context.HttpContext);
            };
        });
        return services;
    }

    /// <summary>Who counts as one client: an address, in IPv6 the network of 64 bits that a single customer is given.</summary>
    internal static string Client(IPAddress? address) => address switch
    {
        null => "",
        { IsIPv4MappedToIPv6: true } => address.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } => Convert.ToHexString(address.GetAddressBytes(), 0, 8),
        _ => address.ToString(),
    };
}
