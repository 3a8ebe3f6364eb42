using System.Numerics.Tensors;
using Lucene.Net.Search;

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

    private readonly int[] _documents; // in their order
    private readonly byte[] _impacts; // of the same
    private readonly int[] _starts; // where those of a window start; empty for a word that few documents have
    private readonly float[] _windows; // the best of each window; empty likewise
    private readonly float _step; // what one step of an impact is worth
    private readonly double[] _levelWeights;
    private readonly double _headlineAverage;
    private readonly double _textAverage;

    /// <summary>Works out the bounds by scoring every document that has the word.</summary>
    /// <param name="scorer">The word's documents, or null if there are none.</param>
    /// <param name="documents">How many documents the segment has.</param>
    /// <param name="levelWeights">What the levels weigh.</param>
    /// <param name="headlineAverage">The average length of headlines, in words.</param>
    /// <param name="textAverage">The average length of texts, in words.</param>
    public WordBounds(Scorer? scorer, int documents, double[] levelWeights, double headlineAverage, double textAverage)
    {
        _levelWeights = levelWeights;
        _headlineAverage = headlineAverage;
        _textAverage = textAverage;
        var scores = new List<(int Document, float Score)>();
        for (var document = scorer?.NextDoc() ?? DocIdSetIterator.NO_MORE_DOCS; document != DocIdSetIterator.NO_MORE_DOCS; document = scorer!.NextDoc())
        {
            scores.Add((document, scorer!.GetScore() * Rounding));
        }

        _step = Math.Max(scores.Count == 0 ? 0 : scores.Max(score => score.Score), float.Epsilon) / byte.MaxValue;
        _documents = [.. scores.Select(score => score.Document)];
        _impacts = [.. scores.Select(score => (byte)Math.Clamp(Math.Ceiling(score.Score / _step), 1, byte.MaxValue))];
        (_starts, _windows) = ([], []);
        if (_documents.Length >= documents / Window)
        {
            _starts = new int[WindowsOf(documents) + 1];
            _windows = new float[WindowsOf(documents)];
            foreach (var document in _documents)
            {
                _starts[(document / Window) + 1]++;
            }

            for (var window = 0; window < _windows.Length; window++)
            {
                _starts[window + 1] += _starts[window];
            }

            AddTo(_windows, 1, best: true);
        }
    }

    /// <summary>How much memory it takes, in bytes, about.</summary>
    public int Size => ((1 + sizeof(int)) * _impacts.Length) + (2 * sizeof(int) * _windows.Length);

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
            AddTo(bounds, factor, best: false); // what few documents have may be added up
        }
    }

    /// <summary>Adds the bounds of the documents of a window.</summary>
    /// <param name="window">The window.</param>
    /// <param name="factor">What to multiply them with.</param>
    /// <param name="bounds">The bounds of its documents.</param>
    public void AddTo(int window, float factor, Span<float> bounds)
    {
        var start = window * Window;
        int next, end;
        if (_starts.Length > 0)
        {
            (next, end) = (_starts[window], _starts[window + 1]);
        }
        else
        {
            next = Array.BinarySearch(_documents, start);
            next = next < 0 ? ~next : next;
            end = _documents.Length;
        }

        factor *= _step;
        for (; next < end && _documents[next] - start is var place && place < Window; next++)
        {
            bounds[place] += _impacts[next] * factor;
        }
    }

    private void AddTo(float[] bounds, float factor, bool best)
    {
        for (var i = 0; i < _documents.Length; i++)
        {
            ref var window = ref bounds[_documents[i] / Window];
            var score = _impacts[i] * _step * factor;
            window = best ? Math.Max(window, score) : window + score;
        }
    }

    /// <summary>
    /// What to multiply the scores with for the weights and lengths of today, or null if they are so far from those of then that new bounds pay. The dampened frequency
    /// is concave, so it grows at most as the length factor does, and that at most as the average length.
    /// </summary>
    public float? Stretch(double[] levelWeights, double headlineAverage, double textAverage)
    {
        var stretch = 1.0;
        for (var level = 0; level < levelWeights.Length; level++)
        {
            if (levelWeights[level] > 0)
            {
                stretch = _levelWeights[level] > 0 ? Math.Max(stretch, levelWeights[level] / _levelWeights[level]) : double.PositiveInfinity;
            }
        }

        stretch *= Math.Max(1, Math.Max(headlineAverage / _headlineAverage, textAverage / _textAverage));
        return stretch <= MostStretch ? (float)(stretch * Rounding) : null;
    }
}
