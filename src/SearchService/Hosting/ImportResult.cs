namespace SearchService.Hosting;

/// <summary>What became of an import.</summary>
/// <param name="Accepted">Articles that the store took, or already held.</param>
/// <param name="Rejected">Lines that were refused.</param>
/// <param name="UnknownFields">Fields that were passed over.</param>
/// <param name="Sequence">The number of the last change; 0 if nothing changed.</param>
/// <param name="Hides">Whether an article among them is one that readers may not see.</param>
public readonly record struct ImportResult(long Accepted, long Rejected, long UnknownFields, long Sequence, bool Hides = false);
