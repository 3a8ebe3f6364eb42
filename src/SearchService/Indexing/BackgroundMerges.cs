using Lucene.Net.Index;

namespace SearchService.Indexing;

/// <summary>
/// Merges segments on threads of their own, and keeps what a merge failed of. Lucene's own scheduler throws it on the thread, and once more at
/// whoever closes the writer; the segments that were to be merged are as they were.
/// </summary>
internal sealed class BackgroundMerges : ConcurrentMergeScheduler
{
    private Exception? _failure;

    /// <summary>What the last failed merge failed of, told once; or null.</summary>
    public Exception? TakeFailure() => Interlocked.Exchange(ref _failure, null);

    /// <inheritdoc/>
    protected override void HandleMergeException(Exception exc) => Interlocked.Exchange(ref _failure, exc);
}
