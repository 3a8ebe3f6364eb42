using SearchService.Analysis;
using SearchService.Analysis.Lexicon;

namespace SearchService.Searching.Suggestions;

/// <summary>Spaces that are missing in a word, or stand between two that are one.</summary>
internal static class WordSpacing
{
    private const int ShortestWhole = 5;
    private const int LongestHalf = 20;

    // Enough to tell a habit from a chance.
    private const int EnoughInARow = 3;
    private const int MaxTried = 2000;

    // Two words that follow each other in a tenth of the articles that join them are two words.
    private const int JoinedTimesAsFrequent = 10;

    /// <summary>Two words that were run together: they follow each other in some article, best in many.</summary>
    /// <param name="forms">The view.</param>
    /// <param name="form">The folded form.</param>
    /// <param name="isFound">Whether a folded form is found under the request's filters.</param>
    public static SpellingCorrection? Split(FormReader forms, string form, Func<string, bool> isFound)
    {
        if (form.Length < ShortestWhole)
        {
            return null;
        }

        (string First, string Second, int Times, int Document)? best = null;
        for (var at = 1; at < form.Length; at++)
        {
            var first = form[..at];
            var second = form[at..];
            if (!MayStandAlone(first) || !MayStandAlone(second) || forms.Frequency(second) == 0 || forms.Frequency(first) == 0)
            {
                continue;
            }

            var times = 0;
            var document = -1;
            foreach (var found in forms.InARow(first, second, MaxTried).Take(EnoughInARow))
            {
                times++;
                document = found;
            }

            if (times > (best?.Times ?? 0) && isFound(first) && isFound(second))
            {
                best = (first, second, times, document);
            }
        }

        if (best is { } row)
        {
            var text = SurfaceForms.OfPair(forms, row.Document, row.First, row.Second);
            return new SpellingCorrection(text ?? $"{WrittenForm.Of(row.First)} {WrittenForm.Of(row.Second)}", $"{row.First} {row.Second}", SpellingCause.Spacing);
        }

        return Elided(forms, form, isFound);
    }

    /// <summary>One word in the place of two that the articles hardly ever write apart.</summary>
    /// <param name="forms">The view.</param>
    /// <param name="first">The first folded form.</param>
    /// <param name="second">The second.</param>
    /// <param name="isFound">Whether a folded form is found under the request's filters.</param>
    public static SpellingCorrection? Join(FormReader forms, string first, string second, Func<string, bool> isFound)
    {
        var whole = first + second;
        if (whole.Length < ShortestWhole || forms.Frequency(whole) is not (> 0 and var frequency) || !isFound(whole))
        {
            return null;
        }

        return forms.InARow(first, second, MaxTried).Take((frequency / JoinedTimesAsFrequent) + 1).Count() * JoinedTimesAsFrequent > frequency
            ? null
            : new SpellingCorrection(SurfaceForms.Of(forms, whole), whole, SpellingCause.Spacing);
    }

    /// <summary>A word of the dictionary behind an article whose apostrophe is missing: <c>lélection</c>.</summary>
    private static SpellingCorrection? Elided(FormReader forms, string form, Func<string, bool> isFound)
    {
        var rest = form[1..];
        return form[0] is 'l' or 'd' && rest[0] is 'a' or 'e' or 'i' or 'o' or 'u' or 'h' && FrenchLexicon.Default.Find(WrittenForm.Of(rest)) >= 0 && isFound(rest)
            ? new SpellingCorrection($"{form[0]}'{SurfaceForms.Of(forms, rest)}", rest, SpellingCause.Spacing)
            : null;
    }

    private static bool MayStandAlone(string half) => half is "a" or "y" || half.Length is > 1 and <= LongestHalf;
}
