using System.Numerics.Tensors;
using SearchService.Searching.Ranking;

namespace SearchService.Searching.Matching;

/// <summary>
/// The most that a word scores in each document of a segment and in each window of documents, deletions aside, as long as its levels weigh what they weighed: in all
/// places and levels together, in one byte a document. Safe for all threads.
/// </summary>
/// <remarks>
/// Block-max indexes (Ding and Suel, "Faster top-k document retrieval using block-max indexes", SIGIR 2011) with windows of documents instead of blocks of
/// postings, so that the windows of all words of a query are the same ones, and impacts in a byte (Anh, de Kretser, Moffat, "Vector-space ranking with effective early
/// termination", SIGIR 2001), rounded up.
/// </remarks>
internal sealed class WordBounds
{
    /// <summary>How many documents a window has: as many as postings have a block in Lucene.</summary>
    public const int Window = 128;

    // Scores are sums of single precision: their last digits depend on the order.
    private const float Rounding = 1.0001f;

    // With another collection around it a bound is stretched, and no longer worth keeping when it is far off.
    private const double MostStretch = 1.1;

    private readonly WordDocuments _documents;
    private readonly byte[] _impacts; // of the documents
    private readonly float[] _windows; // the best of each window; empty if there are few documents
    private readonly float _step; // what one step of an impact is worth
    private readonly double[] _levelWeights;
    private readonly double _headlineAverage;
    private readonly double _textAverage;

    /// <summary>Makes bounds of scores.</summary>
    /// <param name="documents">The documents that have the word.</param>
    /// <param name="scores">What the word scores in them.</param>
    /// <param name="size">How many documents the segment has.</param>
    /// <param name="weight">What the word weighs.</param>
    public WordBounds(WordDocuments documents, List<float> scores, int size, WordQuery.WordWeight weight)
    {
        _levelWeights = weight.LevelWeights;
        _headlineAverage = weight.HeadlineAverage;
        _textAverage = weight.TextAverage;
        _documents = documents;
        _step = Math.Max(scores.Count == 0 ? 0 : scores.Max() * Rounding, float.Epsilon * byte.MaxValue) / byte.MaxValue;
        _impacts = [.. scores.Select(score => (byte)Math.Clamp(Math.Ceiling(score * Rounding / _step), 1, byte.MaxValue))];
        _windows = [];
        if (documents.Count >= WindowsOf(size))
        {
            _windows = new float[WindowsOf(size)];
            documents.AddTo(_impacts, _step, _windows);
        }
    }

    /// <summary>How much memory it takes without the documents, in bytes, about.</summary>
    public int Size => _impacts.Length + (sizeof(float) * _windows.Length);

    /// <summary>How many windows a segment has.</summary>
    /// <param name="documents">How many documents it has.</param>
    public static int WindowsOf(int documents) => (documents + Window - 1) / Window;

    /// <summary>Adds the best score of each window.</summary>
    /// <param name="bounds">The bounds of the windows.</param>
    /// <param name="factor">What to multiply the scores with.</param>
    public void AddTo(float[] bounds, float factor)
    {
        if (_windows.Length > 0)
        {
            TensorPrimitives.MultiplyAdd(_windows, factor, bounds, bounds);
        }
        else
        {
            _documents.AddTo(_impacts, _step * factor, bounds);
        }
    }

    /// <summary>Adds the bounds of the documents of a window.</summary>
    /// <param name="window">The window.</param>
    /// <param name="factor">What to multiply them with.</param>
    /// <param name="bounds">The bounds of its documents.</param>
    public void AddTo(int window, float factor, Span<float> bounds)
    {
        if (_windows.Length == 0 || _windows[window] > 0)
        {
            _documents.AddTo(window, _impacts, _step * factor, bounds);
        }
    }

    /// <summary>
    /// What to multiply the scores with for the weights and lengths of today, or null if they are so far from those of then that new bounds pay. The dampened frequency
    /// is concave, so it grows at most as the length factor does, and that at most as the average length.
    /// </summary>
    public float? Stretch(WordQuery.WordWeight weight)
    {
        var levelWeights = weight.LevelWeights;
        var stretch = 1.0;
        for (var level = 0; level < levelWeights.Length; level++)
        {
            if (levelWeights[level] > 0)
            {
                stretch = _levelWeights[level] > 0 ? Math.Max(stretch, levelWeights[level] / _levelWeights[level]) : double.PositiveInfinity;
            }
        }

        stretch *= Math.Max(1, Math.Max(weight.HeadlineAverage / _headlineAverage, weight.TextAverage / _textAverage));
        return stretch <= MostStretch ? (float)(stretch * Rounding) : null;
    }
}
