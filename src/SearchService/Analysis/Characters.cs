using System.Buffers;

namespace SearchService.Analysis;

/// <summary>Characters that French writes in several ways.</summary>
public static class Characters
{
    /// <summary>What stands for an apostrophe inside a word: typewriter, typographic, opening quote, modifier letter, full width.</summary>
    public static SearchValues<char> Apostrophes { get; } = SearchValues.Create("'\u2019\u2018\u02BC\uFF07");

    /// <summary>Characters that show nothing and must not part a word from itself: soft hyphen, zero-width joiners, word joiner, byte order mark.</summary>
    public static SearchValues<char> Invisible { get; } = SearchValues.Create("\u00AD\u200B\u200C\u200D\u2060\uFEFF");

    /// <summary>Whether a text has a letter or a digit: without one there is nothing to search for.</summary>
    public static bool AnySearchable(ReadOnlySpan<char> text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (System.Text.Rune.IsLetterOrDigit(rune))
            {
                return true;
            }
        }

        return false;
    }
}
