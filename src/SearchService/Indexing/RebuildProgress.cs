namespace SearchService.Indexing;

/// <summary>How far a rebuild has come.</summary>
/// <param name="Processed">Changes of the store that the new generation holds.</param>
/// <param name="Total">Changes that it will hold, as far as is known.</param>
/// <param name="Verifying">Whether the generation is being checked.</param>
/// <param name="Rejected">Articles that no document could be made of.</param>
public readonly record struct RebuildProgress(long Processed, long Total, bool Verifying, long Rejected = 0);
