using SearchService.Indexing;

namespace SearchService.Hosting;

/// <summary>What is told of a rebuild.</summary>
/// <param name="Id">Its identifier.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Processed">Articles done.</param>
/// <param name="Total">Articles to do, as far as is known.</param>
/// <param name="Percent">0 to 100.</param>
/// <param name="EtaSeconds">Seconds until it is done at the present speed, or null if unknown.</param>
/// <param name="Rejected">Articles that could not be indexed.</param>
/// <param name="Checks">The checks before publishing, once they are done.</param>
/// <param name="Error">Why it failed, or null.</param>
public sealed record RebuildStatus(
    string Id,
    RebuildState State,
    long Processed,
    long Total,
    double Percent,
    double? EtaSeconds,
    long Rejected,
    IReadOnlyList<RebuildCheck> Checks,
    string? Error);
