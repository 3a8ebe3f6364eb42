namespace SearchService.Hosting;

/// <summary>What <c>/api/index</c> tells.</summary>
/// <param name="Generation">The published generation, or null.</param>
/// <param name="Documents">Articles that searches see.</param>
/// <param name="SizeBytes">The size of the generation's files.</param>
/// <param name="Sequence">The last change of the store that searches see.</param>
/// <param name="Pending">Changes that they do not see yet.</param>
/// <param name="BuiltAt">When the generation was begun.</param>
/// <param name="Analyzer">The analysis that made it.</param>
/// <param name="Schema">The fields that it has.</param>
/// <param name="State">The state.</param>
public sealed record IndexStatus(
    string? Generation,
    long Documents,
    long SizeBytes,
    long Sequence,
    long Pending,
    DateTimeOffset? BuiltAt,
    string? Analyzer,
    string? Schema,
    IndexState State);
