using System.Buffers;
using System.Globalization;
using System.Text;

namespace SearchService.Analysis;

/// <summary>Characters that French writes in several ways.</summary>
public static class Characters
{
    /// <summary>What stands for an apostrophe inside a word: typewriter, typographic, opening quote, modifier letter, full width, acute, prime, grave.</summary>
    public static SearchValues<char> Apostrophes { get; } = SearchValues.Create("'\u2019\u2018\u02BC\uFF07\u00B4\u2032\u0060");

    // Latin-1, Latin Extended-A and -B: the letters of all European languages that French news quotes.
    private const char FirstFolded = '\u0080';
    private const char LastFolded = '\u024F';

    // Of all code points the one that string.Normalize throws on; it stands in queries as typed, never in cleaned texts.
    private const char Unnormalizable = '\uFFFE';

    /// <summary>Characters that are not seen inside a word: soft hyphen, zero-width spaces and joiners, byte order mark.</summary>
    public static SearchValues<char> Invisible { get; } = SearchValues.Create("\u00AD\u200B\u200C\u200D\u2060\uFEFF");

    private static readonly SearchValues<char> FrenchAccents = SearchValues.Create("àâäçéèêëîïôöùûüÿ");

    private static readonly string[] SpelledTable = [.. Enumerable.Range(FirstFolded, LastFolded - FirstFolded + 1).Select(c => Spell((char)c))];

    private static readonly string[] FoldedTable = [.. Enumerable.Range(FirstFolded, LastFolded - FirstFolded + 1).Select(c => Fold((char)c))];

    /// <summary>Whether a text has a letter or a digit: without one there is nothing to search for.</summary>
    public static bool AnySearchable(ReadOnlySpan<char> text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Appends a character in lower case without accent; a ligature gives two, an invisible character or a combining accent none.</summary>
    public static void AppendFolded(StringBuilder target, char c)
    {
        if (c < FirstFolded)
        {
            target.Append(char.ToLowerInvariant(c));
        }
        else if (c <= LastFolded)
        {
            target.Append(FoldedTable[c - FirstFolded]);
        }
        else
        {
            target.Append(Fold(c));
        }
    }

    /// <summary>
    /// Appends a character as terms of the lexicon are spelled: lower case, French accents kept, all others folded. The character is one of composed text.
    /// </summary>
    public static void AppendSpelled(StringBuilder target, char c)
    {
        if (c < FirstFolded)
        {
            target.Append(char.ToLowerInvariant(c));
        }
        else
        {
            target.Append(c <= LastFolded ? SpelledTable[c - FirstFolded] : Fold(c));
        }
    }

    /// <summary>A word without case, accents and ligatures.</summary>
    public static string Folded(string word)
    {
        var folded = new StringBuilder(word.Length);
        foreach (var c in word)
        {
            AppendFolded(folded, c);
        }

        return folded.Length == 0 ? word : folded.ToString();
    }

    /// <summary>A word in composed characters as terms of the lexicon are spelled.</summary>
    public static string Spelled(string word)
    {
        var spelled = new StringBuilder(word.Length);
        foreach (var c in word)
        {
            AppendSpelled(spelled, c);
        }

        return spelled.Length == 0 ? word : spelled.ToString();
    }

    /// <summary>The letter of a spelled character without its accent.</summary>
    public static char BaseLetter(char spelled) =>
        spelled < FirstFolded ? spelled : spelled <= LastFolded && FoldedTable[spelled - FirstFolded] is [var letter] ? letter : spelled;

    private static string Spell(char c)
    {
        var lower = char.ToLowerInvariant(c);
        return FrenchAccents.Contains(lower) ? lower.ToString() : Fold(c);
    }

    private static string Fold(char c)
    {
        if (Invisible.Contains(c))
        {
            return "";
        }

        if (char.IsSurrogate(c) || c == Unnormalizable)
        {
            return c.ToString();
        }

        // Compatibility forms (ﬁ, ² , full width) become plain letters and digits; combining accents go. What is left may still be a letter of its
        // own (ǽ is æ with an accent).
        var folded = new StringBuilder();
        foreach (var part in c.ToString().Normalize(NormalizationForm.FormKD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(part) != UnicodeCategory.NonSpacingMark)
            {
                var lower = char.ToLowerInvariant(part);
                folded.Append(Apostrophes.Contains(part) ? "'" : Letters(lower) ?? lower.ToString());
            }
        }

        return folded.ToString();
    }

    /// <summary>Plain letters for those that no decomposition takes apart; null for all others.</summary>
    private static string? Letters(char lower) => lower switch
    {
        'œ' => "oe",
        'æ' => "ae",
        'ß' => "ss",
        'ø' => "o",
        'ł' => "l",
        'đ' or 'ð' => "d",
        'þ' => "th",
        'ħ' => "h",
        'ŧ' => "t",
        'ŋ' => "n",
        'ı' => "i",
        'ſ' => "s",
        _ => null,
    };
}
