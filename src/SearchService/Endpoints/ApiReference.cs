using System.Security.Cryptography;
using Scalar.AspNetCore;

namespace SearchService.Endpoints;

/// <summary>
/// The reference of the API for people, made by Scalar in the browser from the OpenAPI document. Everything comes from this service: no fonts, no assistant, no
/// measuring of readers, and a policy that would let none of them through.
/// </summary>
public static class ApiReference
{
    private const string Path = "/docs";

    /// <summary>Maps the page and what it loads.</summary>
    public static void MapApiReference(this IEndpointRouteBuilder routes) => routes.MapScalarApiReference(Path, Configure);

    private static void Configure(ScalarOptions options, HttpContext context)
    {
        // Scalar starts itself by a script within its page, which a nonce lets run, and writes styles as it goes.
        options.Nonce = Convert.ToHexString(RandomNumberGenerator.GetBytes(16));
        context.Response.Headers.ContentSecurityPolicy =
            $"default-src 'none'; script-src 'self' 'nonce-{options.Nonce}'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; "
            + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

        options.Title = "API – Actualités";
        options.Favicon = "/favicon.ico";
        options.OpenApiRoutePattern = "/openapi/{documentName}.json";
        options.DefaultFonts = false;
        options.Telemetry = false;
        options.Agent = new ScalarAgentOptions { Disabled = true };
        options.Mcp = new ScalarMcpOptions { Disabled = true };
        options.ShowDeveloperTools = DeveloperToolsVisibility.Never;
        options.HideClientButton = true; // leads to another site
        options.PersistentAuthentication = false;
        options.DynamicBaseServerUrl = true;
        options.Theme = ScalarTheme.Default;
    }
}
