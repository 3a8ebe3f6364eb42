using Lucene.Net.Index;
using Lucene.Net.Util;
using SearchService.Indexing;
using SearchService.Searching.Ranking;

namespace SearchService.Searching.Similarity;

/// <summary>Keeps the articles most similar to one, without it and without those that tell its text or that of a better hit. Not for two threads.</summary>
internal sealed class SimilarHits : TopHits
{
    private const int DocumentsBetweenClockChecks = 2048;

    private readonly int _wanted;
    private readonly IndexReader _reader;
    private readonly BytesRef _id;
    private readonly HashSet<ulong> _told;
    private readonly double _least;
    private readonly Recency _closeness;
    private readonly Action _checkTime;
    private readonly ulong[] _keys = new ulong[ContentFingerprint.Bands];
    private readonly BytesRef _bytes = new();
    private BinaryDocValues? _fingerprints;
    private SortedDocValues? _ids;
    private int _own;
    private int _untilClockCheck = DocumentsBetweenClockChecks;

    /// <param name="wanted">How many hits are wanted, at least 1.</param>
    /// <param name="reader">The reader that is searched.</param>
    /// <param name="id">The identifier of the article.</param>
    /// <param name="keys">The keys of its text.</param>
    /// <param name="least">What a hit scores at least.</param>
    /// <param name="closeness">How nearness to the article's own date counts, as if that were now.</param>
    /// <param name="checkTime">Throws when the search has taken too long.</param>
    public SimilarHits(int wanted, IndexReader reader, string id, IEnumerable<ulong> keys, double least, Recency closeness, Action checkTime)
        : base((2 * wanted) + 10, SearchSort.Relevance, null, reader) // more than wanted, since some may tell the same
    {
        _wanted = wanted;
        _reader = reader;
        _id = new BytesRef(id);
        _told = [.. keys];
        _least = least;
        _closeness = closeness;
        _checkTime = checkTime;
    }

    public override void SetNextReader(AtomicReaderContext context)
    {
        _checkTime();
        base.SetNextReader(context);
        _fingerprints = context.AtomicReader.GetBinaryDocValues(IndexSchema.Fingerprint);
        _ids = context.AtomicReader.GetSortedDocValues(IndexSchema.Id);
        _own = _ids?.LookupTerm(_id) ?? -1;
    }

    public override void Collect(int doc)
    {
        if (--_untilClockCheck == 0)
        {
            _untilClockCheck = DocumentsBetweenClockChecks;
            _checkTime();
        }

        var score = Scorer.GetScore();
        if (score < _least || _ids?.GetOrd(doc) == _own || IsTold(_fingerprints, doc))
        {
            return;
        }

        var published = PublishedOf(doc);
        var factor = _closeness.Factor(published is { } instant ? _closeness.Now - Math.Abs(_closeness.Now - instant) : null);
        Keep(new FoundHit(Segment.DocBase + doc, (float)(score * factor), published));
    }

    public override IReadOnlyList<FoundHit> InOrder(int skip)
    {
        var hits = new List<FoundHit>(_wanted);
        foreach (var hit in base.InOrder(skip))
        {
            var segment = _reader.Leaves[ReaderUtil.SubIndex(hit.Document, _reader.Leaves)];
            if (hits.Count == _wanted || IsTold(segment.AtomicReader.GetBinaryDocValues(IndexSchema.Fingerprint), hit.Document - segment.DocBase))
            {
                continue;
            }

            hits.Add(hit);
            _told.UnionWith(_keys.Take(ContentFingerprint.Read(_bytes, _keys)));
        }

        return hits;
    }

    /// <summary>Whether a document tells the text of the article or of a hit that was taken; leaves its keys in <see cref="_bytes"/>.</summary>
    private bool IsTold(BinaryDocValues? fingerprints, int doc)
    {
        if (fingerprints is null)
        {
            return false;
        }

        fingerprints.Get(doc, _bytes);
        foreach (var key in _keys.AsSpan(0, ContentFingerprint.Read(_bytes, _keys)))
        {
            if (_told.Contains(key))
            {
                return true;
            }
        }

        return false;
    }
}
