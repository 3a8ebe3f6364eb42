using System.Numerics.Tensors;

namespace SearchService.Searching.Tables;

/// <summary>
/// What a word scores in each document of a segment, in all places and levels together, deletions aside, and the best of each window of documents. As long as the collection
/// around it is the one it was worked out in, these are its scores; later they still bound them. Safe for all threads.
/// </summary>
/// <remarks>
/// Block-max indexes (Ding and Suel, "Faster top-k document retrieval using block-max indexes", SIGIR 2011) with windows of documents instead of blocks of
/// postings, so that the windows of all words of a query are the same ones; scores by document as in Anh, de Kretser, Moffat, "Vector-space ranking with effective early
/// termination" (SIGIR 2001), not rounded.
/// </remarks>
internal sealed class WordScores
{
    /// <summary>How many documents a window has: as many as postings have a block in Lucene.</summary>
    public const int Window = 128;

    /// <summary>How much memory a document that has the word takes, in bytes, about.</summary>
    public const int BytesOfDocument = 5;

    // Scores are sums of single precision: their last digits depend on the order.
    private const float Rounding = 1.0001f;

    // With another collection around it a bound is stretched, and no longer worth keeping when it is far off.
    private const double MostStretch = 1.1;

    private readonly float[] _scores; // of the documents
    private readonly float[] _windows; // the best of each window; empty if there are few documents
    private readonly WordStatistics _statistics;

    /// <summary>Keeps scores.</summary>
    /// <param name="documents">The documents that have the word.</param>
    /// <param name="scores">What it scores in them.</param>
    /// <param name="size">How many documents the segment has.</param>
    /// <param name="statistics">The collection.</param>
    /// <param name="cost">What walking through its postings costs.</param>
    public WordScores(WordDocuments documents, List<float> scores, int size, WordStatistics statistics, long cost)
    {
        Cost = cost;
        Documents = documents;
        _scores = [.. scores];
        _statistics = statistics;
        _windows = [];
        if (documents.Count >= WindowsOf(size))
        {
            _windows = new float[WindowsOf(size)];
            documents.AddTo(_scores, 1, _windows);
        }
    }

    /// <summary>The documents that have the word.</summary>
    public WordDocuments Documents { get; }

    /// <summary>What walking through the word's postings costs, by the count of its scorer: words are added up in that order, which the last digit of a score depends on.</summary>
    public long Cost { get; }

    /// <summary>How much memory it takes without the documents, in bytes, about.</summary>
    public int Size => sizeof(float) * (_scores.Length + _windows.Length);

    /// <summary>How many windows a segment has.</summary>
    /// <param name="documents">How many documents it has.</param>
    public static int WindowsOf(int documents) => (documents + Window - 1) / Window;

    /// <summary>Whether these are the scores in a collection, to the last digit.</summary>
    public bool AreExact(WordStatistics statistics) => _statistics.AreThoseOf(statistics);

    /// <summary>The score of a document.</summary>
    /// <param name="number">Its number among those that have the word.</param>
    public float Of(int number) => _scores[number];

    /// <summary>Adds the best score of each window.</summary>
    /// <param name="bounds">The bounds of the windows.</param>
    /// <param name="factor">What to multiply the scores with.</param>
    public void AddTo(Span<float> bounds, float factor)
    {
        if (_windows.Length > 0)
        {
            TensorPrimitives.MultiplyAdd(_windows, factor, bounds, bounds);
        }
        else
        {
            Documents.AddTo(_scores, factor, bounds);
        }
    }

    /// <summary>Adds the scores of the documents of a window.</summary>
    /// <param name="window">The window.</param>
    /// <param name="factor">What to multiply them with.</param>
    /// <param name="bounds">The bounds of its documents.</param>
    public void AddTo(int window, float factor, Span<float> bounds)
    {
        if (_windows.Length == 0 || _windows[window] > 0)
        {
            Documents.AddTo(window, _scores, factor, bounds);
        }
    }

    /// <summary>What to multiply the scores with to bound those in a collection, or null if it has changed so much that new ones pay.</summary>
    public float? Stretch(WordStatistics statistics) =>
        statistics.StretchFrom(_statistics) is <= MostStretch and var stretch ? (float)(stretch * Rounding) : null;
}
