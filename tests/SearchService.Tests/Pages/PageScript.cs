using System.Text.RegularExpressions;

namespace SearchService.Tests.Pages;

/// <summary>The one script of the pages, and the block of data of an article, which no browser runs.</summary>
internal static partial class PageScript
{
    private const string Tag = "<script src=\"/script.js\" defer></script>";

    /// <summary>A page without them, so that any other script shows.</summary>
    public static string Without(string html)
    {
        Assert.Contains(Tag, html, StringComparison.Ordinal);
        return Data().Replace(html.Replace(Tag, "", StringComparison.Ordinal), "");
    }

    // Nothing in the data may look like a tag.
    [GeneratedRegex("<script type=\"application/ld\\+json\">[^<>]*</script>")]
    private static partial Regex Data();
}
