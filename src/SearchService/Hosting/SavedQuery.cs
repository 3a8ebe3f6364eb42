namespace SearchService.Hosting;

/// <summary>A query that must not be answered worse after a rebuild.</summary>
/// <param name="Text">The query.</param>
/// <param name="ExpectedId">The article that must be among its first ten hits, or null.</param>
public sealed record SavedQuery(string Text, string? ExpectedId = null);
