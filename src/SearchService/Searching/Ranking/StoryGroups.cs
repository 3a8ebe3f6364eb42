using Lucene.Net.Index;
using SearchService.Indexing;
using SearchService.Searching.Facets;

namespace SearchService.Searching.Ranking;

/// <summary>Which articles tell the same: those of one running story, and of those without a story the nearly identical ones. Not for two threads.</summary>
internal sealed class StoryGroups(FacetValueNumbers stories)
{
    private int[] _numbers = [];
    private SortedSetDocValues? _story;
    private int _docBase;

    public void SetSegment(AtomicReaderContext context)
    {
        _docBase = context.DocBase;
        _numbers = stories.NumbersOf(context.AtomicReader);
        _story = _numbers.Length > 0 ? context.AtomicReader.GetSortedSetDocValues(IndexSchema.StoryFacet) : null;
    }

    /// <summary>The group of a document; nothing else is in the group of one that tells nothing others tell.</summary>
    public long GroupOf(int doc)
    {
        if (_story is not null)
        {
            _story.SetDocument(doc);
            if (_story.NextOrd() is var ord && ord != SortedSetDocValues.NO_MORE_ORDS)
            {
                return _numbers[ord];
            }
        }

        return -1L - _docBase - doc;
    }
}
