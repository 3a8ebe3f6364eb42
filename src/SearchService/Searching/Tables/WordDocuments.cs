using System.Numerics;
using Lucene.Net.Search;

namespace SearchService.Searching.Tables;

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

    /// <summary>Keeps documents.</summary>
    /// <param name="documents">The documents, ascending.</param>
    /// <param name="size">How many documents the segment has.</param>
    public WordDocuments(List<int> documents, int size)
    {
        Count = documents.Count;
        var windows = WordScores.WindowsOf(size);
        _starts = documents.Count < windows ? [] : new int[windows + 1];
        if (_starts.Length > 0)
        {
            documents.ForEach(document => _starts[(document / WordScores.Window) + 1]++);
            for (var window = 0; window < windows; window++)
            {
                _starts[window + 1] += _starts[window];
            }
        }

        if (documents.Count == 0 || documents.Count < size / ListBits)
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

    /// <summary>The number of a document that has the word.</summary>
    /// <param name="document">The document.</param>
    /// <param name="number">What <see cref="NextFrom"/> has found.</param>
    public int NumberOf(int document, int number)
    {
        if (_set is null)
        {
            return number;
        }

        var start = document & ~(WordScores.Window - 1);
        var before = _starts[document / WordScores.Window];
        for (; start + DocumentSet.WordBits <= document; start += DocumentSet.WordBits)
        {
            before += BitOperations.PopCount(_set.WordOf(start));
        }

        return before + BitOperations.PopCount(_set.WordOf(start) & ((1UL << document) - 1));
    }

    /// <summary>The first document from a place on, or <see cref="DocIdSetIterator.NO_MORE_DOCS"/>.</summary>
    /// <param name="document">The place.</param>
    /// <param name="number">Where to look from, and where it was found; only a hint, 0 at first.</param>
    public int NextFrom(int document, ref int number)
    {
        if (_set is not null)
        {
            return _set.NextFrom(document);
        }

        // Twice as far with each step, then the half of it again and again: near ones are found at once.
        var step = 1;
        var below = number;
        while (number < _list.Length && _list[number] < document)
        {
            below = number + 1;
            number += step;
            step *= 2;
        }

        if (below < number)
        {
            var found = Array.BinarySearch(_list, below, Math.Min(number, _list.Length) - below, document);
            number = found < 0 ? ~found : found;
        }

        return number < _list.Length ? _list[number] : DocIdSetIterator.NO_MORE_DOCS;
    }

    /// <summary>Puts them into a set.</summary>
    public void AddTo(DocumentSet documents)
    {
        if (_set is not null)
        {
            documents.Or(_set);
            return;
        }

        documents.AddAll(_list);
    }

    /// <summary>Adds to each document of a window what it has.</summary>
    /// <param name="window">The window.</param>
    /// <param name="values">A value for each document, by its number.</param>
    /// <param name="factor">What to multiply them with.</param>
    /// <param name="sums">The sums of the documents of the window.</param>
    public void AddTo(int window, float[] values, float factor, Span<float> sums)
    {
        var start = window * WordScores.Window;
        if (_set is not null)
        {
            var next = _starts[window];
            for (var first = 0; first < WordScores.Window; first += DocumentSet.WordBits)
            {
                for (var left = _set.WordOf(start + first); left != 0; left &= left - 1)
                {
                    sums[first + BitOperations.TrailingZeroCount(left)] += values[next++] * factor;
                }
            }

            return;
        }

        for (var next = FirstOf(window); next < _list.Length && _list[next] - start is var place && place < WordScores.Window; next++)
        {
            sums[place] += values[next] * factor;
        }
    }

    /// <summary>Adds to each window the best that one of its documents has, or, if there are fewer documents than windows, what all of them have.</summary>
    /// <param name="values">A value for each document, by its number.</param>
    /// <param name="factor">What to multiply them with.</param>
    /// <param name="sums">The sums of the windows.</param>
    public void AddTo(float[] values, float factor, Span<float> sums)
    {
        if (_starts.Length == 0)
        {
            for (var i = 0; i < _list.Length; i++)
            {
                sums[_list[i] / WordScores.Window] += values[i] * factor;
            }

            return;
        }

        for (var window = 0; window < sums.Length; window++)
        {
            var best = 0f;
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

        var found = Array.BinarySearch(_list, window * WordScores.Window);
        return found < 0 ? ~found : found;
    }
}
