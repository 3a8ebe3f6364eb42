using Lucene.Net.Index;

namespace SearchService.Searching.Ranking;

/// <summary>
/// Keeps the first hits of a search with one of each group: the first of a group in the order stands for it and tells how many it stands for. Not for
/// two threads.
/// </summary>
internal sealed class CollapsedHits : TopHits
{
    private readonly List<FoundHit> _found = [];
    private readonly StoryGroups _groups;

    /// <param name="wanted">How many hits to keep, at least 1.</param>
    /// <param name="sort">The order.</param>
    /// <param name="after">Groups up to this place are left out, or null.</param>
    /// <param name="reader">The reader that is searched.</param>
    /// <param name="groups">Tells the groups.</param>
    public CollapsedHits(int wanted, SearchSort sort, SearchCursor? after, IndexReader reader, StoryGroups groups)
        : base(wanted, sort, after, reader) => _groups = groups;

    public override bool Prunes => false;

    public override void Collect(int doc) => _found.Add(new FoundHit(Segment.DocBase + doc, Scorer.GetScore(), PublishedOf(doc)));

    public override IReadOnlyList<FoundHit> InOrder(int skip)
    {
        var groups = _groups.Of([.. _found.Select(hit => hit.Document)]);
        var firsts = new FoundHit?[groups.Length];
        for (var i = 0; i < groups.Length; i++)
        {
            ref var first = ref firsts[groups[i]];
            first = first is { } other ? Fold(other, _found[i]) : _found[i];
        }

        foreach (var first in firsts)
        {
            if (first is { } hit && IsWanted(hit))
            {
                Keep(hit);
            }
        }

        return base.InOrder(skip);
    }

    private FoundHit Fold(FoundHit left, FoundHit right) =>
        (Order.Compare(left, right) <= 0 ? left : right) with { Folded = left.Folded + right.Folded + 1 };
}
