using System.Net;
using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using SearchService.Hosting;

namespace SearchService.Endpoints;

/// <summary>
/// Lets a request write if it carries an administration key. With no key configured, callers of this machine may write, unless the request came
/// through a proxy, names another host or was sent by a page of another site: no web page may write through a reader's browser.
/// </summary>
public sealed class AdminAccess : IEndpointFilter
{
    private static readonly string[] ForwardingHeaders =
        ["Forwarded", "Via", "X-Forwarded", "Forwarded-For", "X-Real-IP", "X-Client-IP", "X-Cluster-Client-IP", "CF-Connecting-IP", "True-Client-IP", "Fastly-Client-IP"];

    // The second is where the forwarded-headers middleware keeps what it has replaced, the others are those of Envoy and Cloudflare.
    private static readonly string[] ForwardingPrefixes = ["X-Forwarded-", "X-Original-", "X-Envoy-", "CF-"];

    private readonly IReadOnlyList<byte[]> _keyHashes;

    /// <summary>Reads the keys.</summary>
    public AdminAccess(IOptions<SecurityOptions> options) =>
        _keyHashes = [.. options.Value.AdminKeys.Where(entry => !string.IsNullOrWhiteSpace(entry)).Select(entry =>
            AdminKey.HashOf(entry) ?? throw new SettingsException("Security:AdminKeys : une empreinte sha256: est mal formée."))];

    /// <inheritdoc/>
    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var request = context.HttpContext.Request;
        if (_keyHashes.Count > 0)
        {
            if (HasKey(request))
            {
                return next(context);
            }

            context.HttpContext.Response.Headers.WWWAuthenticate = "Bearer";
            return new(Problems.Of(ErrorCode.Unauthorized, "Ajoutez l'en-tête « Authorization: Bearer <clé> » avec une clé de Security:AdminKeys."));
        }

        return WhyNotLocal(request) is { } reason
            ? new(Problems.Of(ErrorCode.Forbidden, reason + " Sans clé dans Security:AdminKeys, seule cette machine peut écrire, et sans intermédiaire."))
            : next(context);
    }

    private bool HasKey(HttpRequest request)
    {
        const string Scheme = "Bearer ";
        var header = request.Headers.Authorization.ToString();
        if (!header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        // Hashes have one length, and every key is compared to its end: the time tells nothing about the keys.
        var given = AdminKey.Hash(header[Scheme.Length..].Trim());
        var found = false;
        foreach (var key in _keyHashes)
        {
            found |= CryptographicOperations.FixedTimeEquals(key, given);
        }

        return found;
    }

    private static string? WhyNotLocal(HttpRequest request)
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
