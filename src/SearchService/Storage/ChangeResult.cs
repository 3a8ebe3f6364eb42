namespace SearchService.Storage;

/// <summary>The store's answer to a change, given once it is durable.</summary>
/// <param name="Outcome">What became of it.</param>
/// <param name="Version">The version that the store now holds; 0 if none.</param>
/// <param name="Sequence">The number of the last change of this article; 0 if it is unknown.</param>
public readonly record struct ChangeResult(ChangeOutcome Outcome, long Version, long Sequence)
{
    /// <summary>Whether the store took the change, or already held it.</summary>
    public bool Accepted => Outcome is ChangeOutcome.Created or ChangeOutcome.Updated or ChangeOutcome.Unchanged or ChangeOutcome.Deleted;
}
