using System.Buffers.Binary;
using System.Numerics;
using Lucene.Net.Util;
using SearchService.Analysis;
using SearchService.Analysis.Lemmas;

namespace SearchService.Indexing;

/// <summary>
/// The keys by which articles that tell nearly the same text are found: two articles with a key in common are near-duplicates. Headlines do not count, nor
/// where paragraphs end, nor inflections. For one thread at a time.
/// </summary>
/// <remarks>
/// <para>
/// The text is taken as its set of <see cref="ShingleWords"/> words in a row (shingles; Broder, "On the resemblance and containment of documents", 1997).
/// Min-hashes of that set are alike in two texts with a chance equal to their resemblance J, the share of shingles that they have in common. They are
/// drawn with one hash a shingle: each falls into one of <see cref="Minima"/> bins that keeps its least (Li, Owen, Zhang, "One permutation hashing", 2012), an
/// empty bin borrows from another (Shrivastava, "Optimal densification for fast and accurate minwise hashing", 2017). A key is a band of
/// <see cref="Rows"/> of them, so that two texts have one of the <see cref="Bands"/> keys in common with a chance of 1 - (1 - J^5)^10:
/// </para>
/// <code>
/// J       0.1     0.2    0.3    0.4    0.5    0.6    0.7    0.8    0.9
/// found   0.01%   0.3%   2.4%   9.8%   27%    55%    84%    98%    99.99%
/// </code>
/// <para>
/// Five words changed in two hundred leave a J of 0.86, one paragraph more behind four of its length 0.8. On 34,071 French articles of 2011 to 2020 that
/// joins 277 pairs, 95 % of them at a J of 0.4 or more: the same news, a wire told again by a second desk or brought up to date; bulletins filled into one form
/// (the traffic of two weekends) are at 0.4 to 0.7. Two texts by two authors have less than 0.05.
/// </para>
/// <para>
/// A text below <see cref="ShortestText"/> words is too short for that: it has one key, of all the folded forms of headline and text, which only an
/// equal one shares.
/// </para>
/// </remarks>
public sealed class ContentFingerprint
{
    /// <summary>How many words make a shingle.</summary>
    public const int ShingleWords = 3;

    /// <summary>How many keys an article has.</summary>
    public const int Bands = 10;

    /// <summary>How many min-hashes make a key.</summary>
    public const int Rows = 5;

    /// <summary>How many words a text has at least for its headline not to matter.</summary>
    public const int ShortestText = 40;

    private const int Minima = Bands * Rows;
    private const ulong Absent = ulong.MaxValue;

    private readonly ulong[] _minima = new ulong[Minima];
    private readonly byte[] _keys = new byte[Bands * sizeof(ulong)];

    /// <summary>The keys of an article as the index keeps them, good until the next call; empty if it has no word.</summary>
    /// <param name="headline">Its headline.</param>
    /// <param name="text">Its text, in as many fields as it stands in.</param>
    public BytesRef Of(FieldAnalysis headline, params ReadOnlySpan<FieldAnalysis> text)
    {
        var words = 0;
        foreach (var field in text)
        {
            words += field.CountWords();
        }

        return words < ShortestText ? Whole(headline, text) : Banded(text);
    }

    /// <summary>The keys that the index keeps.</summary>
    /// <param name="bytes">As <see cref="Of"/> made them.</param>
    /// <param name="keys">Room for <see cref="Bands"/> keys.</param>
    /// <returns>How many there are.</returns>
    public static int Read(BytesRef bytes, Span<ulong> keys)
    {
        var count = bytes.Length / sizeof(ulong);
        for (var i = 0; i < count; i++)
        {
            keys[i] = BinaryPrimitives.ReadUInt64LittleEndian(bytes.Bytes.AsSpan(bytes.Offset + (i * sizeof(ulong))));
        }

        return count;
    }

    private BytesRef Whole(FieldAnalysis headline, ReadOnlySpan<FieldAnalysis> text)
    {
        var hash = 0UL;
        var words = Add(headline, ref hash);
        hash = Mix(hash); // a word that moves from the headline into the text is a difference
        foreach (var field in text)
        {
            words += Add(field, ref hash);
        }

        if (words == 0)
        {
            return new BytesRef();
        }

        BinaryPrimitives.WriteUInt64LittleEndian(_keys, hash);
        return new BytesRef(_keys, 0, sizeof(ulong));

        static int Add(FieldAnalysis field, ref ulong hash)
        {
            for (var i = 0; i < field.Count; i++)
            {
                foreach (ref readonly var word in field.Text(i).AnalyzedWords)
                {
                    hash = Mix(hash ^ WordForms.HashOf(word.Forms.Exact));
                }
            }

            return field.CountWords();
        }
    }

    private BytesRef Banded(ReadOnlySpan<FieldAnalysis> text)
    {
        Array.Fill(_minima, Absent);
        ulong first = 0, second = 0;
        var missing = ShingleWords;
        foreach (var field in text)
        {
            for (var i = 0; i < field.Count; i++)
            {
                foreach (ref readonly var word in field.Text(i).AnalyzedWords)
                {
                    var third = word.Forms.LemmaHash;
                    if (--missing <= 0)
                    {
                        var hash = Mix(BitOperations.RotateLeft(first, 21) + BitOperations.RotateLeft(second, 42) + third);
                        ref var least = ref _minima[hash % Minima];
                        least = Math.Min(least, hash);
                    }

                    first = second;
                    second = third;
                }
            }
        }

        for (var band = 0; band < Bands; band++)
        {
            var key = Mix((ulong)band);
            for (var row = 0; row < Rows; row++)
            {
                key = Mix(key ^ Minimum((band * Rows) + row));
            }

            BinaryPrimitives.WriteUInt64LittleEndian(_keys.AsSpan(band * sizeof(ulong)), key);
        }

        return new BytesRef(_keys, 0, _keys.Length);
    }

    /// <summary>The least hash of a bin, or of the first of a row of random bins that is not empty: the same row in every text.</summary>
    private ulong Minimum(int bin)
    {
        var least = _minima[bin];
        for (var attempt = 1UL; least == Absent; attempt++)
        {
            least = _minima[Mix(((ulong)bin << 32) | attempt) % Minima];
        }

        return least;
    }

    /// <summary>Spreads every bit over all others: the finalizer of SplitMix64.</summary>
    private static ulong Mix(ulong value)
    {
        value += 0x9E3779B97F4A7C15;
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
