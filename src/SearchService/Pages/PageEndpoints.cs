using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.DataProtection;
using SearchService.Pages.Administration;
using SearchService.Pages.Feeds;
using SearchService.Pages.Help;
using SearchService.Pages.Overview;
using SearchService.Pages.Reading;
using SearchService.Pages.Results;

namespace SearchService.Pages;

/// <summary>The pages for people: rendered on the server, in French.</summary>
public static class PageEndpoints
{
    /// <summary>Adds what the pages need.</summary>
    public static IServiceCollection AddPages(this IServiceCollection services)
    {
        services.AddRazorComponents();

        // Letters with accents stand as they are: French pages are a tenth lighter, and what could be markup is escaped all the same.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddSingleton<PageFiles>().AddSingleton<OverviewReader>().AddSingleton<StoryTimeline>().AddAdministration();

        // Pages and what they load alone: the answers of the API are made to be fast on a near line.
        services.AddResponseCompression(options =>
        {
            options.EnableForHttps = true; // no page but the one of the administration holds a secret that its length could tell, and that one is left out
            options.MimeTypes = ["text/html", "text/css", "text/javascript"];
        });

        // Razor brings data protection along; no page of ours needs a secret, so no key is written to the disk of the user.
        services.AddDataProtection().UseEphemeralDataProtectionProvider();
        return services;
    }

    /// <summary>Serves what the pages need beside themselves, and makes both small.</summary>
    public static void UsePageFiles(this WebApplication app)
    {
        app.UseResponseCompression();
        app.Services.GetRequiredService<PageFiles>().Serve(app);
    }

    /// <summary>Maps the pages.</summary>
    public static void MapPages(this IEndpointRouteBuilder routes)
    {
        routes.MapSearchPage();
        routes.MapArticlePage();
        routes.MapHelpPage();
        routes.MapAdministration();
        routes.MapFeeds();
    }
}
