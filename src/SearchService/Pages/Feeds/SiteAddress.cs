using Microsoft.AspNetCore.Http.Extensions;

namespace SearchService.Pages.Feeds;

/// <summary>Absolute addresses of this site as the request named it: what feed readers and browsers keep must lead back to where they asked.</summary>
/// <param name="Root">The address of the first page, with its <c>/</c>.</param>
public sealed record SiteAddress(Uri Root)
{
    /// <summary>The site of a request.</summary>
    /// <returns>The site, or null if <c>Host</c> names no machine: a client writes there what it likes.</returns>
    public static SiteAddress? Of(HttpRequest request) =>
        request.Host is { HasValue: true, Host: var host } && Uri.CheckHostName(host.Trim('[', ']')) != UriHostNameType.Unknown
        && Uri.TryCreate(UriHelper.BuildAbsolute(request.Scheme, request.Host, request.PathBase, "/"), UriKind.Absolute, out var root)
        && root.UserInfo.Length == 0
            ? new SiteAddress(root)
            : null;

    /// <summary>A page of the site, given with <c>/</c> in front.</summary>
    public string To(string path) => Root.AbsoluteUri.TrimEnd('/') + path;
}
