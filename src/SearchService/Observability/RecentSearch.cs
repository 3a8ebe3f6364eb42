namespace SearchService.Observability;

/// <summary>A search as the administration page shows it: its words and nothing about who asked.</summary>
/// <param name="Query">The query text, cut off where it is long.</param>
/// <param name="Took">How long it took.</param>
/// <param name="Total">How many articles were found; null if it was given up.</param>
/// <param name="At">When it was answered.</param>
public sealed record RecentSearch(string Query, TimeSpan Took, int? Total, DateTimeOffset At);
