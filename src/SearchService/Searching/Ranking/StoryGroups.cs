using Lucene.Net.Index;
using SearchService.Indexing;
using SearchService.Searching.Facets;

namespace SearchService.Searching.Ranking;

/// <summary>Which articles tell the same: those of one running story, and of those without a story the nearly identical ones. Not for two threads.</summary>
internal sealed class StoryGroups(FacetValueNumbers stories)
{
    private int[] _numbers = [];
    private SortedSetDocValues? _story;
    private NumericDocValues? _fingerprints;

    public void SetSegment(AtomicReaderContext context)
    {
        _fingerprints = context.AtomicReader.GetNumericDocValues(IndexSchema.Fingerprint);
        _numbers = stories.NumbersOf(context.AtomicReader);
        _story = _numbers.Length > 0 ? context.AtomicReader.GetSortedSetDocValues(IndexSchema.StoryFacet) : null;
    }

    /// <summary>The group of a document: its story, or else the articles without a story that say the same.</summary>
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

        // Numbers of stories are small; the sign keeps fingerprints apart from them.
        return (_fingerprints?.Get(doc) ?? 0) | long.MinValue;
    }
}
