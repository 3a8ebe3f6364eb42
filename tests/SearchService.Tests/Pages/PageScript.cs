using System.Text.RegularExpressions;

namespace SearchService.Tests.Pages;

/// <summary>The one script of the pages, and the block of data of an article, which no browser runs.</summary>
internal static partial class PageScript
{
    /// <summary>A page without them, so that any other script shows.</summary>
    public static string Without(string html)
    {
        Assert.Single(Tag().Matches(html));
        return Data().Replace(Tag().Replace(html, ""), "");
    }

    [GeneratedRegex("<script src=\"/script\\.js\\?v=[0-9a-f]{12}\" defer></script>")]
    private static partial Regex Tag();

    // Nothing in the data may look like a tag.
    [GeneratedRegex("<script type=\"application/ld\\+json\">[^<>]*</script>")]
    private static partial Regex Data();
}
