namespace SearchService.Articles;

/// <summary>What classification found for an article whose source left it out.</summary>
/// <param name="Story">The running story, or null if the source gave one or none was found.</param>
/// <param name="Topics">The topics; empty if the source gave some or none were found.</param>
/// <param name="Rules">The identity of the rules that found them; other rules may find something else.</param>
public sealed record Derivation(string? Story, IReadOnlyList<string> Topics, string Rules)
{
    /// <summary>Nothing derived, by no rules.</summary>
    public static Derivation None { get; } = new(null, [], "");
}
