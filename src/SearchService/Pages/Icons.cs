using Microsoft.AspNetCore.Components;

namespace SearchService.Pages;

/// <summary>The drawings of the pages, inline: an icon must not cost a request. They are decoration; words stand beside them.</summary>
public static class Icons
{
    /// <summary>The icon of the browser's tab, as an address that needs no request.</summary>
    public const string Favicon =
        "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'%3E%3Crect width='32' height='32' rx='7' fill='%231f4b7a'/%3E"
        + "%3Ccircle cx='14' cy='14' r='7' fill='none' stroke='%23fff' stroke-width='3'/%3E%3Cpath d='m19 19 7 7' stroke='%23fff' stroke-width='3' "
        + "stroke-linecap='round'/%3E%3C/svg%3E";

    /// <summary>A magnifying glass.</summary>
    public static MarkupString Search { get; } = Draw("<circle cx='10.5' cy='10.5' r='6'/><path d='m15 15 5.5 5.5'/>");

    /// <summary>A cross: takes something away.</summary>
    public static MarkupString Cross { get; } = Draw("<path d='m6 6 12 12M18 6 6 18'/>");

    /// <summary>An arrow to the left.</summary>
    public static MarkupString Left { get; } = Draw("<path d='m14 6-6 6 6 6'/>");

    /// <summary>An arrow to the right.</summary>
    public static MarkupString Right { get; } = Draw("<path d='m10 6 6 6-6 6'/>");

    private static MarkupString Draw(string shapes) => new(
        "<svg class='icon' viewBox='0 0 24 24' fill='none' stroke='currentColor' stroke-width='2' stroke-linecap='round' stroke-linejoin='round' aria-hidden='true'>"
        + shapes + "</svg>");
}
