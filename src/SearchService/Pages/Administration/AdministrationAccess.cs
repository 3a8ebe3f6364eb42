using System.Security.Cryptography;
using System.Text;
using SearchService.Endpoints;
using SearchService.Hosting;

namespace SearchService.Pages.Administration;

/// <summary>
/// The rule of writes for a page that browsers navigate to: with keys configured, the key itself or a session that was opened with one; without, this machine alone.
/// </summary>
public sealed class AdministrationAccess
{
    /// <summary>The cookie of a session.</summary>
    public const string Cookie = "administration";

    /// <summary>The path below which the cookie is sent: it opens the page and nothing of the API.</summary>
    public const string Path = "/administration";

    /// <summary>The field of a form that shows that the page itself has sent it.</summary>
    public const string FormField = "formulaire";

    private readonly AdminKeys _keys;
    private readonly AdminSessions _sessions;

    /// <summary>Applies the rule with the keys and the sessions of a service.</summary>
    public AdministrationAccess(AdminKeys keys, AdminSessions sessions)
    {
        _keys = keys;
        _sessions = sessions;
    }

    /// <summary>Whether a request may see the page.</summary>
    public AdministrationEntry Enter(HttpRequest request)
    {
        if (_keys.AreNone)
        {
            var refusal = LocalCaller.WhyNot(request);
            return new AdministrationEntry(refusal is null, refusal, _sessions.LocalForm, null);
        }

        if (AdminAccess.CarriesKey(request, _keys))
        {
            return new AdministrationEntry(true, null, null, null);
        }

        return request.Cookies[Cookie] is { } name && _sessions.Find(name) is { } session
            ? new AdministrationEntry(true, null, session.Form, name)
            : new AdministrationEntry(false, null, null, null);
    }

    /// <summary>Opens a session for who shows a key, and gives the browser its cookie.</summary>
    /// <returns>Whether it is one of the keys.</returns>
    public bool SignIn(HttpRequest request, string key)
    {
        if (!_keys.Contain(key))
        {
            return false;
        }

        request.HttpContext.Response.Cookies.Append(Cookie, _sessions.Open(), Options(request));
        return true;
    }

    /// <summary>Ends the session of a request.</summary>
    public void SignOut(HttpRequest request, AdministrationEntry entry)
    {
        if (entry.Session is { } name)
        {
            _sessions.Close(name);
        }

        request.HttpContext.Response.Cookies.Delete(Cookie, Options(request));
    }

    /// <summary>Whether a form was sent by the page that this entry was shown, and not by that of another site.</summary>
    public static bool IsOwn(HttpRequest request, IFormCollection form, AdministrationEntry entry) =>
        IsOwnSite(request)
        && (entry.Form is not { } expected
            || CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(expected), Encoding.UTF8.GetBytes(form[FormField].ToString())));

    /// <summary>
    /// Whether a browser says that a page of this site has sent a request. A proxy may have ended TLS, so the scheme of the origin is not compared here: without keys
    /// <see cref="LocalCaller"/> does that too.
    /// </summary>
    public static bool IsOwnSite(HttpRequest request)
    {
        if (request.Headers["Sec-Fetch-Site"].ToString() is { Length: > 0 } site)
        {
            return site is "same-origin" or "none";
        }

        var origin = request.Headers.Origin.ToString();
        return origin.Length == 0
            || origin.Equals("https://" + request.Host.Value, StringComparison.OrdinalIgnoreCase)
            || origin.Equals("http://" + request.Host.Value, StringComparison.OrdinalIgnoreCase);
    }

    private static CookieOptions Options(HttpRequest request) => new()
    {
        Path = Path,
        HttpOnly = true,
        SameSite = SameSiteMode.Strict,
        Secure = request.IsHttps || request.Headers.Origin.ToString().StartsWith("https://", StringComparison.OrdinalIgnoreCase),
    };
}
