using Lucene.Net.Index;
using Lucene.Net.Search;
using SearchService.Searching.Tables;

namespace SearchService.Searching.Ranking;

/// <summary>Keeps the first hits of a search in an order. Not for two threads.</summary>
internal class TopHits : ICollector
{
    private readonly int _wanted;
    private readonly SearchSort _sort;
    private readonly SearchCursor? _after;
    private readonly PriorityQueue<FoundHit, FoundHit> _best;
    private ArticleScorer? _pruning;
    private int _worstPlace;
    private bool _worstPlaceKnown;
    private long[] _published = [];

    /// <param name="wanted">How many hits to keep, at least 1.</param>
    /// <param name="sort">The order.</param>
    /// <param name="after">Hits up to this place are left out, or null.</param>
    /// <param name="reader">The reader that is searched.</param>
    public TopHits(int wanted, SearchSort sort, SearchCursor? after, IndexReader reader)
    {
        _wanted = wanted;
        _sort = sort;
        _after = after;
        Order = new HitOrder(sort, reader);
        _best = new PriorityQueue<FoundHit, FoundHit>(Comparer<FoundHit>.Create((left, right) => Order.Compare(right, left))); // its first is the worst
    }

    public bool AcceptsDocsOutOfOrder => false;

    /// <summary>The score below which a document is no longer among the best; minus infinity as long as any may be, or if not the score decides.</summary>
    public float WorstKept => _sort == SearchSort.Relevance && _best.Count == _wanted ? _best.Peek().Score : float.NegativeInfinity;

    /// <summary>How many hits are kept.</summary>
    public int Wanted => _wanted;

    /// <summary>Whether hits up to a cursor are left out.</summary>
    public bool IsContinued => _after is not null;

    /// <summary>Whether documents that cannot be among the best may be left out.</summary>
    public virtual bool Prunes => true;

    /// <summary>Whether a document of the segment lies behind the cursor, where its score does not decide.</summary>
    public bool IsBehindCursor(int doc) => IsWanted(new FoundHit(Segment.DocBase + doc, 0, PublishedOf(doc)));

    protected HitOrder Order { get; }

    protected AtomicReaderContext Segment { get; private set; } = null!;

    protected Scorer Scorer { get; private set; } = null!;

    public void SetScorer(Scorer scorer)
    {
        Scorer = scorer;
        _pruning = _sort == SearchSort.Relevance ? scorer as ArticleScorer : null;
        TellScorer();
    }

    public virtual void SetNextReader(AtomicReaderContext context)
    {
        Segment = context;
        _published = SegmentColumns.Of(context.AtomicReader).Published;
        _worstPlaceKnown = false;
    }

    public virtual void Collect(int doc)
    {
        var published = PublishedOf(doc);
        var score = _sort == SearchSort.Relevance ? Scorer.GetScore() : 0;
        if (_best.Count == _wanted && !ComesBeforeWorst(doc, score, published))
        {
            return;
        }

        var hit = new FoundHit(Segment.DocBase + doc, score, published);
        if (_after is not null && !Order.IsAfter(hit, _after))
        {
            return;
        }

        hit = _sort == SearchSort.Relevance ? hit : hit with { Score = Scorer.GetScore() };
        Keep(hit);
    }

    /// <summary>The hits in order, without the first ones.</summary>
    /// <param name="skip">How many of them to leave out.</param>
    public virtual IReadOnlyList<FoundHit> InOrder(int skip) => [.. _best.UnorderedItems.Select(item => item.Element).Order(Order).Skip(skip)];

    /// <summary>Keeps a hit if it is among the best.</summary>
    protected void Keep(FoundHit hit)
    {
        if (_best.Count < _wanted)
        {
            _best.Enqueue(hit, hit);
        }
        else if (Order.Compare(hit, _best.Peek()) < 0)
        {
            _best.DequeueEnqueue(hit, hit);
        }
        else
        {
            return;
        }

        _worstPlaceKnown = false;
        TellScorer();
    }

    /// <summary>Whether a hit lies behind the cursor.</summary>
    protected bool IsWanted(FoundHit hit) => _after is null || Order.IsAfter(hit, _after);

    protected long? PublishedOf(int doc) => _published[doc] is var published and not SegmentColumns.Undated ? published : null;

    private bool ComesBeforeWorst(int doc, float score, long? published)
    {
        var worst = _best.Peek();
        var order = Order.CompareKeys(score, published, worst.Score, worst.Published);
        if (order != 0)
        {
            return order < 0;
        }

        // Articles without a date come here by the hundred thousand: the worst one's place among the identifiers of a segment is looked up once.
        if (!_worstPlaceKnown)
        {
            _worstPlaceKnown = true;
            _worstPlace = Order.PlaceAmong(Segment.Ord, worst.Document);
        }

        return Order.PlaceOf(Segment.Ord, doc) < _worstPlace;
    }

    private void TellScorer()
    {
        if (_pruning is not null && _best.Count == _wanted)
        {
            _pruning.WorstKept = _best.Peek().Score;
        }
    }
}
