using System.Buffers;
using System.Numerics;
using System.Numerics.Tensors;
using Lucene.Net.Search;

namespace SearchService.Searching.Tables;

/// <summary>
/// A set of documents of one segment, a bit each: 125 KB for a million. Union, intersection and counting go through some hundred documents per instruction, so
/// exact totals cost next to nothing. A set of a search shares the memory of a kept one until it is changed. Changing it is not for two threads.
/// </summary>
internal sealed class DocumentSet : IDisposable
{
    /// <summary>How many documents a word of the set stands for.</summary>
    public const int WordBits = 64;

    private static ulong[] _zeros = [];

    private readonly int _words;
    private readonly bool _isKept; // its memory is no one else's and stays
    private ulong[] _bits;
    private bool _isRented; // else the bits are another's: to be copied before they are changed
    private bool _isEmpty; // certainly
    private int _count = -1; // if it is known

    private DocumentSet(int documents, bool isKept)
    {
        Documents = documents;
        _words = (documents + WordBits - 1) / WordBits;
        _isKept = isKept;
        _isEmpty = true;
        _bits = isKept ? new ulong[_words] : Zeros(_words);
    }

    /// <summary>How many documents the segment has, in the set or not.</summary>
    public int Documents { get; }

    private ReadOnlySpan<ulong> Bits => _bits.AsSpan(0, _words);

    /// <summary>An empty set for one search; what memory it comes to need it gives back when it is disposed.</summary>
    public static DocumentSet Rent(int documents) => new(documents, isKept: false);

    /// <summary>An empty set to keep: filled at once, never changed afterwards and not disposed.</summary>
    public static DocumentSet Create(int documents) => new(documents, isKept: true);

    /// <summary>Gives rented memory back; the set must not be used any more.</summary>
    public void Dispose()
    {
        if (_isRented)
        {
            _isRented = false;
            ArrayPool<ulong>.Shared.Return(Interlocked.Exchange(ref _bits, []));
        }
    }

    /// <summary>The word that begins with a document, a multiple of <see cref="WordBits"/>; empty behind the last.</summary>
    public ulong WordOf(int document) => document < Documents ? _bits[document / WordBits] : 0;

    /// <summary>Whether a document is in the set.</summary>
    public bool Contains(int document) => (_bits[document / WordBits] & (1UL << document)) != 0;

    /// <summary>Puts a document into the set.</summary>
    public void Add(int document) => Own()[document / WordBits] |= 1UL << document;

    /// <summary>Takes a document out.</summary>
    public void Remove(int document) => Own()[document / WordBits] &= ~(1UL << document);

    /// <summary>Puts in what an iterator has left.</summary>
    public void AddAll(DocIdSetIterator documents)
    {
        var bits = Own();
        for (var document = documents.NextDoc(); document != DocIdSetIterator.NO_MORE_DOCS; document = documents.NextDoc())
        {
            bits[document / WordBits] |= 1UL << document;
        }
    }

    /// <summary>Puts in documents.</summary>
    public void AddAll(ReadOnlySpan<int> documents)
    {
        var bits = Own();
        foreach (var document in documents)
        {
            bits[document / WordBits] |= 1UL << document;
        }
    }

    /// <summary>Puts in all documents of the segment.</summary>
    public void AddAll()
    {
        var bits = Own();
        bits.Fill(ulong.MaxValue);
        if (Documents % WordBits is > 0 and var rest)
        {
            bits[_words - 1] = (1UL << rest) - 1;
        }
    }

    /// <summary>Puts in the documents of another set.</summary>
    public void Or(DocumentSet other)
    {
        if (_isEmpty && other._isKept && !_isKept)
        {
            Dispose();
            (_bits, _isEmpty, _count) = (other._bits, false, other.Count());
        }
        else if (!other._isEmpty)
        {
            var bits = Own();
            TensorPrimitives.BitwiseOr(bits, other.Bits, bits);
        }
    }

    /// <summary>Keeps those that are in another set.</summary>
    public void And(DocumentSet other)
    {
        if (!_isEmpty)
        {
            var bits = Own();
            TensorPrimitives.BitwiseAnd(bits, other.Bits, bits);
        }
    }

    /// <summary>Takes out the documents of another set.</summary>
    public void AndNot(DocumentSet other)
    {
        if (_isEmpty || other._isEmpty)
        {
            return;
        }

        var bits = Own();
        var others = other.Bits;
        for (var i = 0; i < bits.Length; i++)
        {
            bits[i] &= ~others[i];
        }
    }

    /// <summary>How many documents are in the set.</summary>
    public int Count()
    {
        if (_count >= 0)
        {
            return _count;
        }

        var count = 0;
        foreach (var word in Bits)
        {
            count += BitOperations.PopCount(word);
        }

        return _count = count;
    }

    /// <summary>The first document of the set from a place on, or <see cref="DocIdSetIterator.NO_MORE_DOCS"/>.</summary>
    public int NextFrom(int document)
    {
        if (document >= Documents)
        {
            return DocIdSetIterator.NO_MORE_DOCS;
        }

        var word = document / WordBits;
        var rest = _bits[word] >> document;
        if (rest != 0)
        {
            return document + BitOperations.TrailingZeroCount(rest);
        }

        var after = Bits[(word + 1)..].IndexOfAnyExcept(0UL);
        return after < 0 ? DocIdSetIterator.NO_MORE_DOCS : ((word + 1 + after) * WordBits) + BitOperations.TrailingZeroCount(_bits[word + 1 + after]);
    }

    /// <summary>Memory of its own to change, with what it holds.</summary>
    private Span<ulong> Own()
    {
        _count = -1;
        _isEmpty = false;
        if (!_isRented && !_isKept)
        {
            var bits = ArrayPool<ulong>.Shared.Rent(_words);
            Bits.CopyTo(bits);
            _bits = bits;
            _isRented = true;
        }

        return _bits.AsSpan(0, _words);
    }

    /// <summary>What all empty sets share, never changed.</summary>
    private static ulong[] Zeros(int words)
    {
        var zeros = Volatile.Read(ref _zeros);
        if (zeros.Length < words)
        {
            Volatile.Write(ref _zeros, zeros = new ulong[words]);
        }

        return zeros;
    }
}
