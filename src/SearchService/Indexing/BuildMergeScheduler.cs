using Lucene.Net.Index;

namespace SearchService.Indexing;

/// <summary>
/// Merges the segments of a generation: on the threads that write it while it is built, so that a rebuild never uses more cores than it was given; in the
/// background once it is live, so that no write waits for a merge.
/// </summary>
internal sealed class BuildMergeScheduler : ConcurrentMergeScheduler
{
    private volatile bool _inBackground;

    /// <summary>Leaves merges to a thread of their own from now on.</summary>
    public void MergeInBackground() => _inBackground = true;

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
}
