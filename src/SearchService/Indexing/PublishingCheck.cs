using SearchService.Storage;

namespace SearchService.Indexing;

/// <summary>A check of a generation before it is published, beyond those that every generation must pass.</summary>
/// <param name="candidate">The generation, with all that the store held.</param>
/// <param name="live">The live generation as it was before the store was read, so that it knows nothing that the candidate does not; null if there is none.</param>
/// <param name="store">The store as the candidate holds it.</param>
/// <param name="cancellation">Stops the check.</param>
public delegate RebuildCheck PublishingCheck(SearcherLease candidate, SearcherLease? live, StoreSnapshot store, CancellationToken cancellation);
