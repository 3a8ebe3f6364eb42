using System.Numerics;
using Lucene.Net.Search;

namespace SearchService.Searching.Matching;

/// <summary>
/// The documents of a segment that have a word, numbered in their order: as bits where they are many, else as a list, whichever is smaller. Safe for all threads.
/// </summary>
internal sealed class WordDocuments
{
    // A list takes 32 bits a document of the word, a set one a document of the segment.
    private const int ListBits = 32;

    private readonly DocumentSet? _set;
    private readonly int[] _list;
    private readonly int[] _starts; // the number of the first document of each window; empty if there are fewer documents than windows

    private WordDocuments(List<int> documents, int size)
    {
        Count = documents.Count;
        var windows = WordBounds.WindowsOf(size);
        _starts = documents.Count < windows ? [] : new int[windows + 1];
        if (_starts.Length > 0)
        {
            documents.ForEach(document => _starts[(document / WordBounds.Window) + 1]++);
            for (var window = 0; window < windows; window++)
            {
                _starts[window + 1] += _starts[window];
            }
        }

        if (documents.Count < size / ListBits)
        {
            _list = [.. documents];
            return;
        }

        _list = [];
        _set = DocumentSet.Create(size);
        documents.ForEach(_set.Add);
    }

    /// <summary>How many there are.</summary>
    public int Count { get; }

    /// <summary>How much memory they take, in bytes, about.</summary>
    public int Size => (sizeof(int) * (_list.Length + _starts.Length)) + ((_set?.Documents ?? 0) / 8);

    /// <summary>Reads what a scorer finds, with the scores.</summary>
    /// <param name="scorer">The word's documents, or null if there are none.</param>
    /// <param name="size">How many documents the segment has.</param>
    public static (WordDocuments Documents, List<float> Scores) Read(Scorer? scorer, int size)
    {
        var documents = new List<int>();
        var scores = new List<float>();
        for (var document = scorer?.NextDoc() ?? DocIdSetIterator.NO_MORE_DOCS; document != DocIdSetIterator.NO_MORE_DOCS; document = scorer!.NextDoc())
        {
            documents.Add(document);
            scores.Add(scorer!.GetScore());
        }

        return (new WordDocuments(documents, size), scores);
    }

    /// <summary>Adds to each document of a window what it has.</summary>
    /// <param name="window">The window.</param>
    /// <param name="values">A value for each document, by its number.</param>
    /// <param name="factor">What to multiply them with.</param>
    /// <param name="sums">The sums of the documents of the window.</param>
    public void AddTo(int window, byte[] values, float factor, Span<float> sums)
    {
        var start = window * WordBounds.Window;
        if (_set is not null)
        {
            var next = _starts[window];
            for (var first = 0; first < WordBounds.Window; first += DocumentSet.WordBits)
            {
                for (var left = _set.WordOf(start + first); left != 0; left &= left - 1)
                {
                    sums[first + BitOperations.TrailingZeroCount(left)] += values[next++] * factor;
                }
            }

            return;
        }

        for (var next = FirstOf(window); next < _list.Length && _list[next] - start is var place && place < WordBounds.Window; next++)
        {
            sums[place] += values[next] * factor;
        }
    }

    /// <summary>Adds to each window the best that one of its documents has, or, if there are fewer documents than windows, what all of them have.</summary>
    /// <param name="values">A value for each document, by its number.</param>
    /// <param name="factor">What to multiply them with.</param>
    /// <param name="sums">The sums of the windows.</param>
    public void AddTo(byte[] values, float factor, float[] sums)
    {
        if (_starts.Length == 0)
        {
            for (var i = 0; i < _list.Length; i++)
            {
                sums[_list[i] / WordBounds.Window] += values[i] * factor;
            }

            return;
        }

        for (var window = 0; window < sums.Length; window++)
        {
            byte best = 0;
            foreach (var value in values.AsSpan(_starts[window].._starts[window + 1]))
            {
                best = Math.Max(best, value);
            }

            sums[window] += best * factor;
        }
    }

    private int FirstOf(int window)
    {
        if (_starts.Length > 0)
        {
            return _starts[window];
        }

        var found = Array.BinarySearch(_list, window * WordBounds.Window);
        return found < 0 ? ~found : found;
    }
}
