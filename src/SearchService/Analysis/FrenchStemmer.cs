using Lucene.Net.Analysis.Fr;

namespace SearchService.Analysis;

/// <summary>
/// The one place where a form loses its inflection. Today it is the light stemmer of J. Savoy, "Light Stemming Approaches for the French,
/// Portuguese, German and Hungarian Languages" (SAC 2006), in Lucene's implementation, fed with folded forms so that <c>NOËL</c>, <c>noel</c> and
/// <c>Noël</c> cannot part ways.
/// </summary>
public static class FrenchStemmer
{
    private static readonly FrenchLightStemmer Light = new();

    /// <summary>Stems a folded form in place.</summary>
    /// <param name="buffer">Holds the form from its start.</param>
    /// <param name="length">The length of the form.</param>
    /// <returns>The length of the stem, at least 1 for a form of at least 1 character.</returns>
    public static int Stem(char[] buffer, int length)
    {
        var stem = Light.Stem(buffer, length);
        return stem > 0 ? stem : length;
    }

    /// <summary>The stem of a folded form.</summary>
    public static string Stem(string folded)
    {
        var buffer = folded.ToCharArray();
        return new string(buffer, 0, Stem(buffer, buffer.Length));
    }
}
