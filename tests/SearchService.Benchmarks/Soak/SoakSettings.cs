namespace SearchService.Benchmarks.Soak;

/// <summary>What a soak does.</summary>
/// <param name="Duration">How long searches, writes and rebuilds go on at once.</param>
/// <param name="Articles">A file of articles to begin with, or null for the sample news.</param>
/// <param name="Queries">The queries, asked in turn.</param>
/// <param name="SearchesPerSecond">Searches a second.</param>
/// <param name="WritesPerSecond">Writes a second.</param>
/// <param name="Port">The port of the service on this machine.</param>
internal sealed record SoakSettings(TimeSpan Duration, string? Articles, IReadOnlyList<string> Queries, int SearchesPerSecond, int WritesPerSecond, int Port);
