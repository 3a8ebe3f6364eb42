using System.Buffers;

namespace SearchService.Analysis.Tokens;

/// <summary>Words that lose their last vowel before another (<c>l'avocat</c>, <c>qu'il</c>).</summary>
internal static class Elisions
{
    private static readonly SearchValues<char> VowelsAndH = SearchValues.Create("aeiouyhàâäéèêëîïôöùûüœæAEIOUYHÀÂÄÉÈÊËÎÏÔÖÙÛÜŒÆ0123456789");

    // Letters whose name starts with a vowel: "d'LFI", "l'SMS".
    private static readonly SearchValues<char> SpelledWithVowel = SearchValues.Create("FLMNRSX");

    private static readonly string[] WithInnerApostrophe = ["aujourd", "prud", "presqu", "quelqu"];

    /// <summary>Which word was elided, if one was.</summary>
    /// <param name="before">The letters before the apostrophe.</param>
    /// <param name="after">The text behind it.</param>
    public static Elided Of(ReadOnlySpan<char> before, ReadOnlySpan<char> after)
    {
        if (before.Length > 7 || !MayElide(after))
        {
            return Elided.None;
        }

        if (before.Length == 1)
        {
            return before[0] switch
            {
                'l' or 'L' => Elided.Article,
                'd' or 'D' => Elided.Preposition,
                'j' or 'J' or 'm' or 'M' or 't' or 'T' or 's' or 'S' or 'n' or 'N' or 'c' or 'C' or 'ç' or 'Ç' => Elided.Pronoun,
                _ => Elided.None,
            };
        }

        return Is(before, "jusqu") ? Elided.Preposition
            : Is(before, "qu") || Is(before, "lorsqu") || Is(before, "puisqu") || Is(before, "quoiqu") ? Elided.Conjunction
            : Elided.None;
    }

    /// <summary>Whether a word is the first half of one with an apostrophe inside, typed as a space (<c>aujourd hui</c>).</summary>
    public static bool LacksItsApostrophe(ReadOnlySpan<char> word)
    {
        if (word.Length is < 4 or > 7 || word[0] is not ('a' or 'A' or 'p' or 'P' or 'q' or 'Q'))
        {
            return false;
        }

        foreach (var half in WithInnerApostrophe)
        {
            if (Is(word, half))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A vowel or h must follow; N'Djamena and M'Bappé are names. Acronyms count by the names of their letters.</summary>
    private static bool MayElide(ReadOnlySpan<char> after) =>
        VowelsAndH.Contains(after[0])
        || after[0] >= '\u0100' // a letter of another alphabet, or one not composed: the safe guess is the common case
        || (SpelledWithVowel.Contains(after[0]) && (after.Length == 1 || !char.IsLetter(after[1]) || CharacterClass.IsIdeograph(after[1]) || char.IsUpper(after[1])))
        || after[0] is '«' or '"';

    private static bool Is(ReadOnlySpan<char> word, string other) => word.Equals(other, StringComparison.OrdinalIgnoreCase);
}
