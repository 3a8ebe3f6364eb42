namespace SearchService.Searching;

/// <summary>What a search finds, without its texts.</summary>
/// <param name="Total">How many articles were found.</param>
/// <param name="Ids">The identifiers of the page's hits, in order.</param>
/// <param name="AsAsked">Whether the articles match what was asked, not a corrected, relaxed or shortened form of it.</param>
public sealed record RankedHits(int Total, IReadOnlyList<string> Ids, bool AsAsked);
