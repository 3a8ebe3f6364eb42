namespace SearchService.Pages.Administration;

/// <summary>Somebody who has shown a key to the administration page.</summary>
/// <param name="Form">What the page's own forms carry along: another site can send forms with the cookie, but cannot know this.</param>
/// <param name="Since">When the key was shown.</param>
/// <param name="Seen">When the page was last asked for.</param>
public sealed record AdminSession(string Form, DateTimeOffset Since, DateTimeOffset Seen);
