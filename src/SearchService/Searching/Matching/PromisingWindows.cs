using System.Buffers;
using System.Numerics;
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
        for (var window = FirstAbove(0, least); window >= 0; window = FirstAbove(window + 1, least))
        {
            if (best.Count < wanted)
            {
                best.Enqueue(window, _windows[window]);
            }
            else
            {
                best.DequeueEnqueue(window, _windows[window]);
            }

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
    public int Next(int window, float least) => FirstAbove(window, float.BitDecrement(float.BitDecrement(least - (float)_rows.Most)));

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

    /// <summary>The first window from one on whose bound is above a limit, or -1.</summary>
    private int FirstAbove(int window, float limit)
    {
        var limits = Vector256.Create(limit);
        for (; window <= _count - Vector256<float>.Count; window += Vector256<float>.Count)
        {
            var above = Vector256.GreaterThan(Vector256.Create<float>(_windows.AsSpan(window)), limits).ExtractMostSignificantBits();
            if (above != 0)
            {
                return window + BitOperations.TrailingZeroCount(above);
            }
        }

        for (; window < _count; window++)
        {
            if (_windows[window] > limit)
            {
                return window;
            }
        }

        return -1;
    }

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
