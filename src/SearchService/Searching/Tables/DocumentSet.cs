using System.Buffers;
using System.Numerics;
using System.Numerics.Tensors;
using Lucene.Net.Search;

namespace SearchService.Searching.Tables;

/// <summary>
/// A set of documents of one segment, a bit each: 125 KB for a million. Union, intersection and counting go through some hundred documents per instruction, so
/// exact totals cost next to nothing. Changing it is not for two threads.
/// </summary>
internal sealed class DocumentSet : IDisposable
{
    /// <summary>How many documents a word of the set stands for.</summary>
    public const int WordBits = 64;

    private readonly int _words;
    private ulong[] _bits;

    private DocumentSet(int documents, ulong[] bits)
    {
        Documents = documents;
        _words = (documents + WordBits - 1) / WordBits;
        _bits = bits;
    }

    /// <summary>How many documents the segment has, in the set or not.</summary>
    public int Documents { get; }

    private Span<ulong> Bits => _bits.AsSpan(0, _words);

    /// <summary>An empty set that gives its memory back when it is disposed.</summary>
    public static DocumentSet Rent(int documents)
    {
        var set = new DocumentSet(documents, ArrayPool<ulong>.Shared.Rent((documents + WordBits - 1) / WordBits));
        set.Bits.Clear();
        return set;
    }

    /// <summary>An empty set to keep.</summary>
    public static DocumentSet Create(int documents) => new(documents, new ulong[(documents + WordBits - 1) / WordBits]);

    /// <summary>Gives rented memory back; the set must not be used any more. Sets that are kept are not disposed.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _bits, []) is { Length: > 0 } bits)
        {
            ArrayPool<ulong>.Shared.Return(bits);
        }
    }

    /// <summary>The word that begins with a document, a multiple of <see cref="WordBits"/>; empty behind the last.</summary>
    public ulong WordOf(int document) => document < Documents ? _bits[document / WordBits] : 0;

    /// <summary>Whether a document is in the set.</summary>
    public bool Contains(int document) => (_bits[document / WordBits] & (1UL << document)) != 0;

    /// <summary>Puts a document into the set.</summary>
    public void Add(int document) => _bits[document / WordBits] |= 1UL << document;

    /// <summary>Takes a document out.</summary>
    public void Remove(int document) => _bits[document / WordBits] &= ~(1UL << document);

    /// <summary>Puts in what an iterator has left.</summary>
    public void AddAll(DocIdSetIterator documents)
    {
        for (var document = documents.NextDoc(); document != DocIdSetIterator.NO_MORE_DOCS; document = documents.NextDoc())
        {
            Add(document);
        }
    }

    /// <summary>Puts in all documents of the segment.</summary>
    public void AddAll()
    {
        Bits.Fill(ulong.MaxValue);
        if (Documents % WordBits is > 0 and var rest)
        {
            _bits[_words - 1] = (1UL << rest) - 1;
        }
    }

    /// <summary>Puts in the documents of another set.</summary>
    public void Or(DocumentSet other) => TensorPrimitives.BitwiseOr(Bits, other.Bits, Bits);

    /// <summary>Keeps those that are in another set.</summary>
    public void And(DocumentSet other) => TensorPrimitives.BitwiseAnd(Bits, other.Bits, Bits);

    /// <summary>Takes out the documents of another set.</summary>
    public void AndNot(DocumentSet other)
    {
        var bits = Bits;
        var others = other.Bits;
        for (var i = 0; i < bits.Length; i++)
        {
            bits[i] &= ~others[i];
        }
    }

    /// <summary>How many documents are in the set.</summary>
    public int Count()
    {
        var count = 0;
        foreach (var word in Bits)
        {
            count += BitOperations.PopCount(word);
        }

        return count;
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
}
