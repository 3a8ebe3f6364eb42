using Lucene.Net.Index;

namespace SearchService.Indexing;

/// <summary>
/// Which segments are merged: by tiers while articles are written, which rewrites each the least often; and when the writing pauses
/// (<see cref="IndexGeneration.Settle"/>) until each segment is more than twice as large as all smaller ones together. A search pays for each segment, so an archive
/// that was imported at once is then searched as one.
/// </summary>
/// <remarks>
/// A geometric series of sizes, as in the logarithmic merging of Lester, Moffat and Zobel, "Fast on-line index construction by geometric partitioning" (CIKM 2005): an
/// article is rewritten at most about log₁.₅ of the segments' number times, however long it trickles in.
/// </remarks>
internal sealed class GenerationMergePolicy : TieredMergePolicy
{
    /// <summary>A segment is merged with all smaller ones once they are together as large as this share of it.</summary>
    private const double Share = 0.5;

    private const long Megabyte = 1024 * 1024;

    /// <inheritdoc/>
    public override MergeSpecification? FindMerges(MergeTrigger mergeTrigger, SegmentInfos infos) =>
        mergeTrigger == MergeTrigger.EXPLICIT ? FindUnsettled(infos) : base.FindMerges(mergeTrigger, infos);

    private MergeSpecification? FindUnsettled(SegmentInfos infos)
    {
        var merging = m_writer.Get().MergingSegments;
        var segments = infos.Segments.Where(segment => !merging.Contains(segment)).Select(segment => (Info: segment, Size: Size(segment))).OrderByDescending(segment => segment.Size).ToList();
        var sum = segments.Sum(segment => segment.Size);
        for (var i = 0; i < segments.Count - 1; i++)
        {
            if (sum <= MaxMergedSegmentMB * Megabyte && sum - segments[i].Size >= Share * segments[i].Size)
            {
                var unsettled = new MergeSpecification();
                unsettled.Add(new OneMerge([.. infos.Segments.Intersect(segments.Skip(i).Select(segment => segment.Info))])); // in the order of the index
                return unsettled;
            }

            sum -= segments[i].Size;
        }

        return null;
    }
}
