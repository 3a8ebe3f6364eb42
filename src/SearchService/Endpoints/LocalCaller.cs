using System.Net;

namespace SearchService.Endpoints;

/// <summary>Tells a caller of this machine from everybody else: only what is certain passes.</summary>
public static class LocalCaller
{
    private static readonly string[] ForwardingHeaders =
        ["Forwarded", "Via", "X-Forwarded", "Forwarded-For", "X-Real-IP", "X-Client-IP", "X-Cluster-Client-IP", "CF-Connecting-IP", "True-Client-IP", "Fastly-Client-IP"];

    // The second is where the forwarded-headers middleware keeps what it has replaced, the others are those of Envoy and Cloudflare.
    private static readonly string[] ForwardingPrefixes = ["X-Forwarded-", "X-Original-", "X-Envoy-", "CF-"];

    /// <summary>Why a request may not count as one of this machine, in French; null if it may.</summary>
    public static string? WhyNot(HttpRequest request)
    {
        if (request.HttpContext.Connection.RemoteIpAddress is not { } address || !IPAddress.IsLoopback(address))
        {
            return "La requête vient d'une autre machine.";
        }

        if (request.Headers.Keys.FirstOrDefault(IsForwarding) is { } forwarding)
        {
            return $"La requête est passée par un intermédiaire (en-tête {forwarding}).";
        }

        // A stock nginx adds none of these headers and names the service itself as the host; HTTP/1.0, which it speaks, gives it away.
        if (HttpProtocol.IsHttp10(request.Protocol))
        {
            return "La requête est en HTTP/1.0, comme celles d'un intermédiaire.";
        }

        if (!IsLoopbackHost(request.Host.Host))
        {
            return "L'en-tête Host ne désigne pas cette machine.";
        }

        return WhyForeign(request);
    }

    private static string? WhyForeign(HttpRequest request)
    {
        // Letter by letter: browsers write an origin in one way alone, so there is nothing to interpret that could be interpreted wrongly.
        var origin = request.Headers.Origin.ToString();
        if (origin.Length > 0 && !origin.Equals($"{request.Scheme}://{request.Host.Value}", StringComparison.OrdinalIgnoreCase))
        {
            return "La requête vient de la page d'un autre site (en-tête Origin).";
        }

        return request.Headers["Sec-Fetch-Site"].ToString() is "" or "same-origin" or "none"
            ? null
            : "La requête vient de la page d'un autre site (en-tête Sec-Fetch-Site).";
    }

    private static bool IsForwarding(string header) =>
        ForwardingHeaders.Contains(header, StringComparer.OrdinalIgnoreCase)
        || Array.Exists(ForwardingPrefixes, prefix => header.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));

    // A name that ends in a dot or merely begins like one of this machine is another's: only what is certain passes.
    private static bool IsLoopbackHost(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
