using System.Numerics;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;

namespace SearchService.Indexing;

/// <summary>
/// How the length of a field, in words, stands in the index: in one byte, exact up to 40 and within 1/16 above. Lucene's own byte of that version is within 1/8
/// and tells a headline of 9 words from one of 10 not at all.
/// </summary>
/// <remarks>
/// The code keeps four significant bits, as Lucene does since version 7 (<c>SmallFloat.intToByte4</c>, LUCENE-7730): small numbers as they are, then a
/// sign-less float with 3 bits of mantissa behind the leading one.
/// </remarks>
public static class FieldLengths
{
    // Numbers up to 24 need no code: they are shifted in front of it.
    private const int FreeValues = 255 - 231;

    /// <summary>The length of each code.</summary>
    public static IReadOnlyList<int> Decoded { get; } = [.. Enumerable.Range(0, 256).Select(code => Decode((byte)code))];

    /// <summary>The code of a length.</summary>
    /// <param name="length">The number of words, from 0.</param>
    public static byte Encode(int length) => (byte)(length < FreeValues ? length : FreeValues + Compress(length - FreeValues));

    /// <summary>The similarity that writes the code; scoring is not its matter.</summary>
    public static Similarity CreateSimilarity() => new WritingSimilarity();

    private static int Decode(byte code) => code < FreeValues ? code : FreeValues + Expand(code - FreeValues);

    private static int Compress(int number)
    {
        var bits = 32 - BitOperations.LeadingZeroCount((uint)number);
        if (bits < 4)
        {
            return number;
        }

        var shift = bits - 4;
        return (((number >>> shift) & 0x07) | ((shift + 1) << 3));
    }

    private static int Expand(int code)
    {
        var shift = (code >> 3) - 1;
        var bits = code & 0x07;
        if (shift < 0)
        {
            return bits;
        }

        // The middle of the lengths that share the code: its start would be up to 1/9 too short.
        var middle = ((1L << shift) - 1) / 2;
        return (int)Math.Min(((long)(bits | 0x08) << shift) + middle, int.MaxValue - FreeValues);
    }

    private sealed class WritingSimilarity : Similarity
    {
        public override long ComputeNorm(FieldInvertState state) => Encode(state.Length - state.NumOverlap);

        // Phrases and other matches ask for statistics; nothing asks for their scores, which the ranking works out itself.
        public override SimWeight ComputeWeight(float queryBoost, CollectionStatistics collectionStats, params TermStatistics[] termStats) => new NoWeight();

        public override SimScorer GetSimScorer(SimWeight weight, AtomicReaderContext context) => new NoScore();

        private sealed class NoWeight : SimWeight
        {
            public override float GetValueForNormalization() => 1;

            public override void Normalize(float queryNorm, float topLevelBoost)
            {
            }
        }

        private sealed class NoScore : SimScorer
        {
            public override float Score(int doc, float freq) => 0;

            public override float ComputeSlopFactor(int distance) => 1f / (distance + 1);

            public override float ComputePayloadFactor(int doc, int start, int end, Lucene.Net.Util.BytesRef payload) => 1;
        }
    }
}
