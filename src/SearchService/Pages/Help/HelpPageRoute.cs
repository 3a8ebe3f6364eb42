namespace SearchService.Pages.Help;

/// <summary>The page that explains the query language.</summary>
public static class HelpPageRoute
{
    /// <summary>Maps it.</summary>
    public static void MapHelpPage(this IEndpointRouteBuilder routes) => routes.MapGet("/aide", () => PageResult.Of<HelpPage>(new { })).ExcludeFromDescription();
}
