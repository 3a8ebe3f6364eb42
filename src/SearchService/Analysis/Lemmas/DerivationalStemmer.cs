using Lucene.Net.Analysis.Fr;

namespace SearchService.Analysis.Lemmas;

/// <summary>
/// The widest level: words of one family may meet. The light stemmer of J. Savoy, "Light Stemming Approaches for the French, Portuguese, German and
/// Hungarian Languages" (SAC 2006), in Lucene's implementation, applied to the lemma without accents.
/// </summary>
public static class DerivationalStemmer
{
    private static readonly FrenchLightStemmer Light = new();

    /// <summary>The stem of a lemma; never empty for a lemma that is not.</summary>
    public static string Stem(string lemma)
    {
        var buffer = Characters.Folded(lemma).ToCharArray();
        var length = Light.Stem(buffer, buffer.Length);
        return new string(buffer, 0, length > 0 ? length : buffer.Length);
    }
}
