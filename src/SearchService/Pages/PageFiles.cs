using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.Extensions.FileProviders;

namespace SearchService.Pages;

/// <summary>
/// The style sheet and the scripts, under addresses that change with their content: browsers keep them and need not ask again, so that the next page is painted
/// as soon as it is there. Safe for all threads.
/// </summary>
public sealed class PageFiles(IWebHostEnvironment environment)
{
    private const string Parameter = "v";

    private readonly ConcurrentDictionary<string, string> _versions = new(StringComparer.Ordinal);

    /// <summary>The address of a file of <c>wwwroot</c>.</summary>
    /// <param name="name">Its name, such as <c>style.css</c>.</param>
    public string Address(string name) => $"/{name}?{Parameter}={Version(name)}";

    /// <summary>Serves the files; only what was asked for by its present version may be kept.</summary>
    public void Serve(IApplicationBuilder app) => app.UseStaticFiles(new StaticFileOptions
    {
        OnPrepareResponse = answer =>
        {
            if (answer.Context.Request.Query[Parameter] is [{ Length: > 0 } asked] && asked == Version(answer.File.Name))
            {
                answer.Context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
            }
        },
    });

    private string Version(string name) => _versions.GetOrAdd(name, Read, environment.WebRootFileProvider);

    private static string Read(string name, IFileProvider files)
    {
        using var content = files.GetFileInfo(name).CreateReadStream();
        return Convert.ToHexStringLower(SHA256.HashData(content))[..12];
    }
}
