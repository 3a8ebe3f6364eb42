using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using SearchService.Hosting;
using SearchService.Indexing;

namespace SearchService.Pages.Administration;

/// <summary>The administration page and what its forms ask for. Each form leads back to the page, also without the script.</summary>
public static class AdministrationRoutes
{
    private const string Page = AdministrationAccess.Path;

    /// <summary>Adds what the page needs.</summary>
    public static IServiceCollection AddAdministration(this IServiceCollection services) =>
        services.AddSingleton<AdminSessions>().AddSingleton<AdministrationAccess>().AddSingleton<AdministrationReader>();

    /// <summary>Maps the routes.</summary>
    public static void MapAdministration(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup(Page).ExcludeFromDescription().AddEndpointFilter((context, next) =>
        {
            context.HttpContext.Response.Headers.CacheControl = "no-store"; // the page is not for who opens the browser next

            // Queries of strangers and what the forms carry stand on one page: packed, its length over TLS could tell the one by the other.
            if (context.HttpContext.Features.Get<IHttpsCompressionFeature>() is { } compression)
            {
                compression.Mode = HttpsCompressionMode.DoNotCompress;
            }

            return next(context);
        });
        group.MapGet("", Show);
        group.MapPost("/connexion", SignIn);
        group.MapPost("/deconnexion", SignOut);
        group.MapPost("/reconstruire", Rebuild);
        group.MapPost("/revenir", RollBack);
        group.MapPost("/annuler", Cancel);
    }

    private static RazorComponentResult Show(HttpRequest request, AdministrationAccess access, AdministrationReader reader)
    {
        var entry = access.Enter(request);
        return entry.IsOpen ? Shown(reader, entry) : Refused(request, entry);
    }

    private static async Task<IResult> SignIn(HttpRequest request, AdministrationAccess access)
    {
        if (access.Enter(request) is { IsOpen: false, Refusal: not null } elsewhere)
        {
            return Refused(request, elsewhere);
        }

        if (await ReadAsync(request) is not { } form || !AdministrationAccess.IsOwnSite(request))
        {
            return Foreign();
        }

        return access.SignIn(request, form["cle"].ToString())
            ? SeePage(request)
            : AskForKey(request, "Cette clé n'est pas connue.");
    }

    private static Task<IResult> SignOut(HttpRequest request, AdministrationAccess access) =>
        ActAsync(request, access, (_, entry) =>
        {
            access.SignOut(request, entry);
            return SeePage(request);
        });

    private static Task<IResult> Rebuild(HttpRequest request, AdministrationAccess access, RebuildJobs jobs) =>
        ActAsync(request, access, (form, entry) =>
        {
            jobs.TryStart(RebuildKind.Rebuild, out _); // one that runs already is shown all the same
            return SeePage(request);
        });

    private static Task<IResult> RollBack(
        HttpRequest request, AdministrationAccess access, AdministrationReader reader, RebuildJobs jobs, IndexRollback rollback) =>
        ActAsync(request, access, (form, entry) =>
        {
            if (jobs.Running is null && rollback.WhyImpossible() is { } reason)
            {
                return Shown(reader, entry, "Pas de retour possible. " + reason, StatusCodes.Status409Conflict);
            }

            jobs.TryStart(RebuildKind.Rollback, out _);
            return SeePage(request);
        });

    private static Task<IResult> Cancel(HttpRequest request, AdministrationAccess access, RebuildJobs jobs) =>
        ActAsync(request, access, (form, _) =>
        {
            if (jobs.Find(form["travail"].ToString()) is { HasEnded: false } job)
            {
                job.Cancel();
            }

            return SeePage(request);
        });

    private static async Task<IResult> ActAsync(
        HttpRequest request, AdministrationAccess access, Func<IFormCollection, AdministrationEntry, IResult> act)
    {
        var entry = access.Enter(request);
        if (!entry.IsOpen)
        {
            return Refused(request, entry);
        }

        return await ReadAsync(request) is { } form && AdministrationAccess.IsOwn(request, form, entry) ? act(form, entry) : Foreign();
    }

    private static async Task<IFormCollection?> ReadAsync(HttpRequest request)
    {
        if (!request.HasFormContentType)
        {
            return request.ContentLength is null or 0 ? FormCollection.Empty : null; // a program that carries a key needs no form
        }

        try
        {
            return await request.ReadFormAsync(request.HttpContext.RequestAborted);
        }
        catch (Exception e) when (e is InvalidDataException or IOException and not BadHttpRequestException) // cut off, or no form
        {
            return null;
        }
    }

    private static RazorComponentResult Shown(
        AdministrationReader reader, AdministrationEntry entry, string? message = null, int status = StatusCodes.Status200OK) =>
        PageResult.Of<AdministrationPage>(new { View = reader.Read(entry, message) }, status);

    private static RazorComponentResult Refused(HttpRequest request, AdministrationEntry entry)
    {
        if (entry.Refusal is not { } refusal)
        {
            return AskForKey(request, null);
        }

        return PageResult.Of<MessagePage>(
            new { Title = "Administration", Text = Typography.Set(refusal + " Sans clé dans Security:AdminKeys, la page ne s'ouvre que depuis cette machine, et sans intermédiaire.") },
            StatusCodes.Status403Forbidden);
    }

    private static RazorComponentResult AskForKey(HttpRequest request, string? message)
    {
        request.HttpContext.Response.Headers.WWWAuthenticate = "Bearer";
        return PageResult.Of<SignInPage>(new { Message = message }, StatusCodes.Status401Unauthorized);
    }

    private static RazorComponentResult Foreign() => PageResult.Of<MessagePage>(
        new { Title = "Administration", Text = Typography.Set("Le formulaire ne vient pas de cette page, ou elle date d'une autre session : ouvrez-la de nouveau.") },
        StatusCodes.Status403Forbidden);

    private static StatusCodeHttpResult SeePage(HttpRequest request)
    {
        request.HttpContext.Response.Headers.Location = Page;
        return TypedResults.StatusCode(StatusCodes.Status303SeeOther); // whatever was sent, the page is asked for
    }
}
