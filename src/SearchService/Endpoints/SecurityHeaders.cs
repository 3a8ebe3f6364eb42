namespace SearchService.Endpoints;

/// <summary>What every answer tells browsers: run, embed and guess nothing, and ask again before a stored copy is shown.</summary>
public static class SecurityHeaders
{
    private const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private const string PermissionsPolicy =
        "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()";

    /// <summary>Adds the headers to every answer: errors, static files and pages alike.</summary>
    public static void UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        // At the last moment: an answer that an exception made anew has them too.
        context.Response.OnStarting(Write, context.Response.Headers);
        return next(context);
    });

    private static Task Write(object state)
    {
        var headers = (IHeaderDictionary)state;
        headers.XContentTypeOptions = "nosniff";
        if (headers.ContentSecurityPolicy.Count == 0) // the reference of the API has a policy of its own
        {
            headers.ContentSecurityPolicy = ContentSecurityPolicy;
        }

        headers.XFrameOptions = "DENY"; // for browsers older than frame-ancestors
        headers["Referrer-Policy"] = "same-origin"; // links to articles may carry what somebody searched for
        headers["Permissions-Policy"] = PermissionsPolicy;

        // No page of another site may open ours and keep a hand on it, nor take an answer in as a script, a style or an image.
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";

        // A withdrawn article must not live on in a cache on the way.
        if (headers.CacheControl.Count == 0)
        {
            headers.CacheControl = "no-cache";
        }

        return Task.CompletedTask;
    }
}
