using System.Runtime.InteropServices;
using Lucene.Net.Index;

namespace SearchService.Searching.Ranking;

/// <summary>
/// Keeps the first hits of a search with one of each group: the first of a group in the order stands for it and tells how many it stands for. Not for
/// two threads.
/// </summary>
internal sealed class CollapsedHits : TopHits
{
    private readonly Dictionary<long, FoundHit> _groups = [];
    private readonly StoryGroups _keys;

    /// <param name="wanted">How many hits to keep, at least 1.</param>
    /// <param name="sort">The order.</param>
    /// <param name="after">Groups up to this place are left out, or null.</param>
    /// <param name="reader">The reader that is searched.</param>
    /// <param name="keys">Tells the group of a document.</param>
    public CollapsedHits(int wanted, SearchSort sort, SearchCursor? after, IndexReader reader, StoryGroups keys)
        : base(wanted, sort, after, reader) => _keys = keys;

    public override void SetNextReader(AtomicReaderContext context)
    {
        base.SetNextReader(context);
        _keys.SetSegment(context);
    }

    public override void Collect(int doc)
    {
        var hit = new FoundHit(Segment.DocBase + doc, Scorer.GetScore(), PublishedOf(doc));
        ref var group = ref CollectionsMarshal.GetValueRefOrAddDefault(_groups, _keys.GroupOf(doc), out var exists);
        if (!exists)
        {
            group = hit;
        }
        else
        {
            group = (Order.Compare(hit, group) < 0 ? hit : group) with { Folded = group.Folded + 1 };
        }
    }

    public override IReadOnlyList<FoundHit> InOrder(int skip)
    {
        foreach (var hit in _groups.Values)
        {
            if (IsWanted(hit))
            {
                Keep(hit);
            }
        }

        return base.InOrder(skip);
    }
}
