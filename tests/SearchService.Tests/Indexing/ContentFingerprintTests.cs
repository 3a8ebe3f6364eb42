using SearchService.Analysis;
using SearchService.Indexing;

namespace SearchService.Tests.Indexing;

public sealed class ContentFingerprintTests
{
    [Fact]
    public void Equal_texts_have_equal_fingerprints_whatever_their_headline() =>
        Assert.Equal(Of("Un titre", Words(200, seed: 1)), Of("Un autre", Words(200, seed: 1).ToUpperInvariant()));

    [Fact]
    public void A_short_text_needs_the_same_headline()
    {
        Assert.Equal(Of("Alerte", "Séisme en mer."), Of("ALERTE", "séisme en mer"));
        Assert.NotEqual(Of("Alerte", "Séisme en mer."), Of("Urgent", "Séisme en mer."));
        Assert.NotEqual(Of("Alerte", ""), Of("Urgent", ""));
    }

    [Fact]
    public void Most_texts_with_one_word_changed_and_few_with_half_of_them_keep_their_fingerprint()
    {
        var (little, half) = (0, 0);
        for (var seed = 0; seed < 200; seed++)
        {
            var text = Words(300, seed).Split(' ');
            var edited = text.ToArray();
            edited[150] = "modification";
            little += Of("t", string.Join(' ', text)) == Of("t", string.Join(' ', edited)) ? 1 : 0;
            half += Of("t", string.Join(' ', text)) == Of("t", string.Join(' ', text[..150]) + " " + Words(150, seed + 1000)) ? 1 : 0;
        }

        // Resemblance 0.97 and 0.33: by the formula 188 and 22 of 200.
        Assert.InRange(little, 170, 200);
        Assert.InRange(half, 5, 45);
    }

    private static string Words(int count, int seed)
    {
        var random = new Random(seed);
        return string.Join(' ', Enumerable.Range(0, count).Select(_ => "mot" + (char)('a' + random.Next(26)) + (char)('a' + random.Next(26)) + (char)('a' + random.Next(26))));
    }

    private static long Of(string headline, string text)
    {
        var (first, second) = (new FieldAnalysis(), new FieldAnalysis());
        first.Add(headline);
        second.Add(text);
        return ContentFingerprint.Of(first, second);
    }
}
