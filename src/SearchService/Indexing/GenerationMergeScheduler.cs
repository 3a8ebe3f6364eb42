using Lucene.Net.Index;

namespace SearchService.Indexing;

/// <summary>
/// Merges the segments of a generation: on the threads that write it while it is built, so that a rebuild never uses more cores than it was given; in the
/// background once it is live, so that no write waits for a merge. What a merge in the background failed of is kept: Lucene's own scheduler throws it on its
/// thread, and once more at whoever closes the writer. The segments that were to be merged are as they were.
/// </summary>
internal sealed class GenerationMergeScheduler : ConcurrentMergeScheduler
{
    private volatile bool _inBackground;
    private Exception? _failure;
    private int _done;

    /// <summary>How many merges were done in the background.</summary>
    public int Done => Volatile.Read(ref _done);

    /// <summary>Leaves merges to a thread of their own from now on.</summary>
    public void MergeInBackground() => _inBackground = true;

    /// <summary>What the last merge in the background failed of, told once; or null.</summary>
    public Exception? TakeFailure() => Interlocked.Exchange(ref _failure, null);

    /// <inheritdoc/>
    public override void Merge(IndexWriter writer, MergeTrigger trigger, bool newMergesFound)
    {
        if (_inBackground)
        {
            base.Merge(writer, trigger, newMergesFound);
            return;
        }

        while (writer.GetNextMerge() is { } merge)
        {
            writer.Merge(merge);
        }
    }

    /// <inheritdoc/>
    protected override void DoMerge(MergePolicy.OneMerge merge)
    {
        base.DoMerge(merge);
        Interlocked.Increment(ref _done);
    }

    /// <inheritdoc/>
    protected override void HandleMergeException(Exception exc) => Interlocked.Exchange(ref _failure, exc);
}
