using SearchService.Analysis;

namespace SearchService.Indexing;

/// <summary>
/// A number that nearly identical texts have in common: the same wire text with another headline, a word corrected, a paragraph added. Two min-hashes over the
/// runs of five words of the paragraphs, put together.
/// </summary>
/// <remarks>
/// Broder, "On the resemblance and containment of documents" (1997): a min-hash is equal with the probability of the resemblance (runs in common, divided by
/// all of both). Two of them, of resemblance 0.98, 0.95, 0.9, 0.5 and 0.1 are equal in 96, 90, 81, 25 and 1 of 100 cases. One number an article keeps
/// grouping one look-up; the price is that some pairs are missed. Texts of less than <see cref="ShortText"/> words must be equal, headline included.
/// </remarks>
public static class ContentFingerprint
{
    /// <summary>Below so many words, runs say too little.</summary>
    public const int ShortText = 30;

    private const int RunLength = 5;
    private const ulong Prime = 1099511628211;
    private const ulong Start = 14695981039346656037;

    /// <summary>The fingerprint of an article.</summary>
    /// <param name="headline">Its headline.</param>
    /// <param name="text">Its paragraphs and intertitres.</param>
    public static long Of(FieldAnalysis headline, params ReadOnlySpan<FieldAnalysis> text)
    {
        var run = new ulong[RunLength];
        ulong first = ulong.MaxValue, second = ulong.MaxValue, whole = Start;
        var count = 0;
        foreach (var field in text)
        {
            foreach (var form in field.Forms())
            {
                var word = Hash(form);
                whole = Mix(whole, word);
                run[count++ % RunLength] = word;
                if (count >= RunLength)
                {
                    var hash = Start;
                    for (var i = 0; i < RunLength; i++)
                    {
                        hash = Mix(hash, run[(count + i) % RunLength]);
                    }

                    first = Math.Min(first, Scramble(hash));
                    second = Math.Min(second, Scramble(hash ^ 0x5bd1e9955bd1e995));
                }
            }
        }

        if (count >= ShortText)
        {
            return (long)Mix(first, second);
        }

        foreach (var form in headline.Forms())
        {
            whole = Mix(whole, Hash(form));
        }

        return (long)Scramble(whole);
    }

    // FNV-1a (Fowler, Noll, Vo), the same in every process and on every machine.
    private static ulong Hash(string form)
    {
        var hash = Start;
        foreach (var c in form)
        {
            hash = (hash ^ c) * Prime;
        }

        return hash;
    }

    private static ulong Mix(ulong hash, ulong value) => Scramble(hash ^ (value * Prime));

    // The last steps of MurmurHash3 (Appleby): every bit of the input moves every bit of the result.
    private static ulong Scramble(ulong hash)
    {
        hash = (hash ^ (hash >> 33)) * 0xff51afd7ed558ccd;
        hash = (hash ^ (hash >> 33)) * 0xc4ceb9fe1a85ec53;
        return hash ^ (hash >> 33);
    }
}
