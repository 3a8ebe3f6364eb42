using SearchService.Hosting;

namespace SearchService.Endpoints;

/// <summary>
/// Lets a request write if it carries an administration key. With no key configured, callers of this machine may write, unless the request came
/// through a proxy, names another host or was sent by a page of another site: no web page may write through a reader's browser.
/// </summary>
public sealed class AdminAccess : IEndpointFilter
{
    private readonly AdminKeys _keys;

    /// <summary>Asks for the keys of a service.</summary>
    public AdminAccess(AdminKeys keys) => _keys = keys;

    /// <inheritdoc/>
    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var request = context.HttpContext.Request;
        if (!_keys.AreNone)
        {
            if (CarriesKey(request, _keys))
            {
                return next(context);
            }

            context.HttpContext.Response.Headers.WWWAuthenticate = "Bearer";
            return new(Problems.Of(ErrorCode.Unauthorized, "Ajoutez l'en-tête « Authorization: Bearer <clé> » avec une clé de Security:AdminKeys."));
        }

        return LocalCaller.WhyNot(request) is { } reason
            ? new(Problems.Of(ErrorCode.Forbidden, reason + " Sans clé dans Security:AdminKeys, seule cette machine peut écrire, et sans intermédiaire."))
            : next(context);
    }

    /// <summary>Whether a request carries one of the keys as <c>Authorization: Bearer</c>.</summary>
    public static bool CarriesKey(HttpRequest request, AdminKeys keys)
    {
        const string Scheme = "Bearer ";
        var header = request.Headers.Authorization.ToString();
        return header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) && keys.Contain(header[Scheme.Length..]);
    }
}
