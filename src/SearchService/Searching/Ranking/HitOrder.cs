using Lucene.Net.Index;
using Lucene.Net.Util;
using SearchService.Indexing;

namespace SearchService.Searching.Ranking;

/// <summary>The order of hits of one reader. Ties end with the identifier, so no two hits are equal. Not for two threads.</summary>
internal sealed class HitOrder : IComparer<FoundHit>
{
    private readonly SearchSort _sort;
    private readonly SortedDocValues?[] _ids;
    private readonly IList<AtomicReaderContext> _segments;
    private readonly BytesRef _left = new();
    private readonly BytesRef _right = new();

    public HitOrder(SearchSort sort, IndexReader reader)
    {
        _sort = sort;
        _segments = reader.Leaves;
        _ids = new SortedDocValues?[_segments.Count];
    }

    /// <summary>Negative if the left hit comes first.</summary>
    public int Compare(FoundHit left, FoundHit right)
    {
        var order = CompareKeys(left.Score, left.Published, right.Score, right.Published);
        return order != 0 || left.Document == right.Document ? order : CompareIds(left.Document, right.Document);
    }

    /// <summary>Whether a hit comes behind the place of a cursor.</summary>
    public bool IsAfter(FoundHit hit, SearchCursor cursor)
    {
        var order = CompareKeys(hit.Score, hit.Published, cursor.Score, cursor.Published);
        return order != 0 ? order > 0 : IdOf(hit.Document, _left).CompareTo(new BytesRef(cursor.Id)) > 0;
    }

    /// <summary>Compares all but the identifiers.</summary>
    public int CompareKeys(float leftScore, long? leftPublished, float rightScore, long? rightPublished)
    {
        if (_sort == SearchSort.Relevance && leftScore != rightScore)
        {
            return leftScore > rightScore ? -1 : 1;
        }

        // Undated ones come last in either order.
        if (leftPublished is not { } left || rightPublished is not { } right)
        {
            return (leftPublished is null ? 1 : 0) - (rightPublished is null ? 1 : 0);
        }

        return _sort == SearchSort.Oldest ? left.CompareTo(right) : right.CompareTo(left);
    }

    /// <summary>Compares the identifiers of two documents.</summary>
    public int CompareIds(int left, int right)
    {
        var segment = ReaderUtil.SubIndex(left, _segments);
        if (segment == ReaderUtil.SubIndex(right, _segments))
        {
            var ids = Ids(segment);
            return ids.GetOrd(left - _segments[segment].DocBase).CompareTo(ids.GetOrd(right - _segments[segment].DocBase));
        }

        return IdOf(left, _left).CompareTo(IdOf(right, _right));
    }

    /// <summary>Where an identifier would stand among those of a segment: below 0 never, and twice as fine as they, so that it may stand between two.</summary>
    public int PlaceAmong(int segment, int document)
    {
        var found = Ids(segment).LookupTerm(IdOf(document, _left));
        return found >= 0 ? 2 * found : (2 * (-found - 1)) - 1;
    }

    /// <summary>The place of a document of a segment among its identifiers, on the scale of <see cref="PlaceAmong"/>.</summary>
    public int PlaceOf(int segment, int documentOfSegment) => 2 * Ids(segment).GetOrd(documentOfSegment);

    private BytesRef IdOf(int document, BytesRef into)
    {
        var segment = ReaderUtil.SubIndex(document, _segments);
        Ids(segment).Get(document - _segments[segment].DocBase, into);
        return into;
    }

    private SortedDocValues Ids(int segment) => _ids[segment] ??= _segments[segment].AtomicReader.GetSortedDocValues(IndexSchema.Id);
}
