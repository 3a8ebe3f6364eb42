using System.Buffers;
using System.Runtime.Intrinsics;
using SearchService.Searching.Tables;

namespace SearchService.Searching.Matching;

/// <summary>
/// The windows of documents that match, with the most that one of their documents scores, and the documents of one window with theirs: some hundred comparisons
/// at the price of a dozen (SIMD). For one search.
/// </summary>
internal sealed class PromisingWindows : IDisposable
{
    // Some of the best come first: enough that most of the final hits are among them, few enough to be soon done.
    private const int FirstShare = 16;
    private const int MostFirst = 16;

    private readonly DocumentSet _documents;
    private readonly ScoreBounds _words;
    private readonly RowBounds _rows;
    private readonly int _count;
    private readonly float[] _windows;
    private readonly float[] _ofWords = new float[WordScores.Window]; // of the documents of the present window
    private readonly float[] _bounds = new float[WordScores.Window];
    private int _window;

    /// <summary>Bounds windows of documents.</summary>
    /// <param name="documents">The documents that match.</param>
    /// <param name="words">What their words score.</param>
    /// <param name="rows">What words in a row add.</param>
    public PromisingWindows(DocumentSet documents, ScoreBounds words, RowBounds rows)
    {
        _documents = documents;
        _words = words;
        _rows = rows;
        _count = WordScores.WindowsOf(documents.Documents);
        _windows = ArrayPool<float>.Shared.Rent(_count);
        words.FillWindows(_windows.AsSpan(0, _count));
    }

    /// <summary>Whether rows can be asked for a document's score at little cost.</summary>
    public bool KnowsPlaces => _rows.AreExact;

    /// <inheritdoc/>
    public void Dispose() => ArrayPool<float>.Shared.Return(_windows);

    /// <summary>The best windows, ascending; they are not given again.</summary>
    public int[] TakeBest()
    {
        var wanted = Math.Clamp(_count / FirstShare, 1, MostFirst);
        var best = new PriorityQueue<int, float>(wanted);
        var least = float.NegativeInfinity;
        for (var window = 0; window < _count; window++)
        {
            if (_windows[window] <= least)
            {
                continue;
            }

            if (best.Count == wanted)
            {
                best.Dequeue();
            }

            best.Enqueue(window, _windows[window]);
            if (best.Count == wanted)
            {
                best.TryPeek(out _, out least);
            }
        }

        int[] taken = [.. best.UnorderedItems.Select(item => item.Element).Order()];
        foreach (var window in taken)
        {
            _windows[window] = float.NegativeInfinity;
        }

        return taken;
    }

    /// <summary>The first window from one on in which a document may score so much, or -1.</summary>
    /// <param name="window">The window.</param>
    /// <param name="least">What words and rows must score.</param>
    public int Next(int window, float least)
    {
        least = float.BitDecrement(least - (float)_rows.Most);
        var wanted = Vector256.Create(least);
        while (window < _count)
        {
            if (_count - window < Vector256<float>.Count)
            {
                if (_windows[window] >= least && _windows[window] > float.NegativeInfinity)
                {
                    return window;
                }

                window++;
                continue;
            }

            var these = Vector256.Create(_windows.AsSpan(window));
            var promising = (Vector256.GreaterThanOrEqual(these, wanted) & Vector256.GreaterThan(these, Vector256.Create(float.NegativeInfinity))).ExtractMostSignificantBits();
            if (promising != 0)
            {
                return window + System.Numerics.BitOperations.TrailingZeroCount(promising);
            }

            window += Vector256<float>.Count;
        }

        return -1;
    }

    /// <summary>Goes to a window.</summary>
    public void Fill(int window)
    {
        _window = window;
        _words.Fill(window, _ofWords);
    }

    /// <summary>Which of 64 documents of the window match and may score so much, a bit each.</summary>
    /// <param name="start">The first of them, counted from the start of the window.</param>
    /// <param name="least">What words and rows must score.</param>
    public ulong Promising(int start, float least)
    {
        var first = (_window * WordScores.Window) + start;
        var documents = _documents.WordOf(first);
        if (documents == 0)
        {
            return 0;
        }

        var words = _ofWords.AsSpan(start, DocumentSet.WordBits);
        documents &= AtLeast(words, float.BitDecrement(least - (float)_rows.Most));
        if (documents == 0)
        {
            return 0;
        }

        var bounds = _bounds.AsSpan(start, DocumentSet.WordBits);
        words.CopyTo(bounds);
        _rows.AddTo(first, documents, bounds);
        return documents & AtLeast(bounds, least);
    }

    /// <summary>What the words of a document score, at most.</summary>
    /// <param name="place">The document, counted from the start of the window.</param>
    public float WordsOf(int place) => _ofWords[place];

    /// <summary>The most that a promising document scores.</summary>
    /// <param name="place">The document, counted from the start of the window.</param>
    public float BoundOf(int place) => _bounds[place];

    private static ulong AtLeast(Span<float> values, float least)
    {
        var wanted = Vector256.Create(least);
        var found = 0UL;
        for (var i = 0; i < values.Length; i += Vector256<float>.Count)
        {
            found |= (ulong)Vector256.GreaterThanOrEqual(Vector256.Create<float>(values[i..]), wanted).ExtractMostSignificantBits() << i;
        }

        return found;
    }
}
