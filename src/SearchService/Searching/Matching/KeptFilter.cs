using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using SearchService.Searching.Tables;

namespace SearchService.Searching.Matching;

/// <summary>
/// The documents that a query finds which stands for many terms, such as all that begin so or all days of a range; there may be thousands, so the documents are kept
/// with the segment from the second search on. Safe for all threads.
/// </summary>
internal sealed class KeptFilter : Filter
{
    private readonly Query _query;
    private readonly QueryWrapperFilter _filter;

    /// <summary>Filters by a query.</summary>
    public KeptFilter(MultiTermQuery query)
    {
        query.MultiTermRewriteMethod = MultiTermQuery.CONSTANT_SCORE_FILTER_REWRITE;
        _query = query;
        _filter = new QueryWrapperFilter(query);
    }

    /// <summary>Puts the documents of a segment, deleted ones included, into a set.</summary>
    public void AddTo(DocumentSet found, AtomicReaderContext segment)
    {
        if (Kept(segment) is { } kept)
        {
            found.Or(kept);
        }
        else if (_filter.GetDocIdSet(segment, null)?.GetIterator() is { } documents)
        {
            found.AddAll(documents);
        }
    }

    /// <inheritdoc/>
    public override DocIdSet? GetDocIdSet(AtomicReaderContext context, IBits? acceptDocs) =>
        SegmentTables.Of(context.AtomicReader).Known(this) is { } kept
            ? BitsFilteredDocIdSet.Wrap(new Documents(kept), acceptDocs)
            : _filter.GetDocIdSet(context, acceptDocs);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is KeptFilter other && _query.Equals(other._query);

    /// <inheritdoc/>
    public override int GetHashCode() => _query.GetHashCode();

    private DocumentSet? Kept(AtomicReaderContext segment)
    {
        var tables = SegmentTables.Of(segment.AtomicReader);
        return tables.IsSearchedAgain(this)
            ? tables.Set(this, () =>
            {
                var set = DocumentSet.Create(segment.AtomicReader.MaxDoc);
                if (_filter.GetDocIdSet(segment, null)?.GetIterator() is { } documents)
                {
                    set.AddAll(documents);
                }

                return set;
            })
            : null;
    }

    private sealed class Documents(DocumentSet set) : DocIdSet
    {
        public override bool IsCacheable => true;

        public override DocIdSetIterator GetIterator() => new Iterator(set);
    }

    private sealed class Iterator(DocumentSet set) : DocIdSetIterator
    {
        private int _document = -1;

        public override int DocID => _document;

        public override int NextDoc() => Advance(_document + 1);

        public override int Advance(int target) => _document = set.NextFrom(target);

        public override long GetCost() => set.Count();
    }
}
