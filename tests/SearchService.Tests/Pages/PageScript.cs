namespace SearchService.Tests.Pages;

/// <summary>The one script of the pages.</summary>
internal static class PageScript
{
    private const string Tag = "<script src=\"/script.js\" defer></script>";

    /// <summary>A page without it, so that any other script shows.</summary>
    public static string Without(string html)
    {
        Assert.Contains(Tag, html, StringComparison.Ordinal);
        return html.Replace(Tag, "", StringComparison.Ordinal);
    }
}
