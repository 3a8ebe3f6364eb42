using Lucene.Net.Index;
using Lucene.Net.Search;
using SearchService.Indexing;
using SearchService.Searching.Tables;

namespace SearchService.Searching.Ranking;

/// <summary>The articles of a segment that a query finds, with their scores. Not for two threads.</summary>
internal sealed class ArticleScorer : Scorer
{
    // Bounds are sums in another order than scores.
    private const double Rounding = 1.00001;

    private readonly Scorer _words;
    private readonly ProximityScorer[] _rows;
    private readonly long[] _published;
    private readonly double _mostRecent; // the most that its age does for a document of the segment
    private readonly Recency _recency;
    private readonly double _mostRows;

    public ArticleScorer(Weight weight, Scorer words, ProximityScorer[] rows, AtomicReader segment, Recency recency)
        : base(weight)
    {
        _words = words;
        _rows = rows;
        _recency = recency;
        _mostRows = rows.Sum(row => row.Most);
        _published = SegmentColumns.Of(segment).Published;
        _mostRecent = recency.Factor(SegmentColumns.Of(segment).Newest is var newest and not SegmentColumns.Undated ? newest : null);
    }

    /// <summary>The score below which hits are of no interest: theirs may come out lower than it is.</summary>
    public float WorstKept { get; set; } = float.NegativeInfinity;

    /// <summary>The words that follow each other in the query.</summary>
    public IReadOnlyList<ProximityScorer> Rows => _rows;

    /// <summary>The least that words and rows of a document must score for the document to score so much, whenever it appeared.</summary>
    public float LeastParts(float score) => (float)(score / (_mostRecent * Rounding * Rounding));

    /// <summary>The most that a document scores whose words and rows score so much at most.</summary>
    public float Most(double parts, int document) => (float)(parts * Recent(document) * Rounding);

    /// <summary>What the rows of a document score; documents are asked for in ascending order.</summary>
    public double OfRows(int document)
    {
        var score = 0.0;
        foreach (var row in _rows)
        {
            score += row.Pairs(document) + row.HeadlineRow(document);
        }

        return score;
    }

    public override int DocID => _words.DocID;

    public override int Freq => _words.Freq;

    public override int NextDoc() => _words.NextDoc();

    public override int Advance(int target) => _words.Advance(target);

    public override long GetCost() => _words.GetCost();

    public override float GetScore()
    {
        var document = _words.DocID;
        double score = _words.GetScore();
        if (score + _mostRows < LeastParts(WorstKept))
        {
            return (float)score; // too little even if its words stood in the best of rows: their places need not be read
        }

        return (float)((score + OfRows(document)) * Recent(document));
    }

    private double Recent(int document) => _recency.Factor(_published[document] is var published and not SegmentColumns.Undated ? published : null);

    /// <summary>The instant of publication of a document, or null.</summary>
    public static long? PublishedOf(AtomicReader segment, int document) =>
        segment.GetDocsWithField(IndexSchema.Published)?.Get(document) == true ? segment.GetNumericDocValues(IndexSchema.Published).Get(document) : null;
}
