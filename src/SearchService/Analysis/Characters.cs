using System.Buffers;
using System.Globalization;
using System.Text;

namespace SearchService.Analysis;

/// <summary>Characters that French writes in several ways.</summary>
public static class Characters
{
    /// <summary>What stands for an apostrophe inside a word: typewriter, typographic, opening quote, modifier letter, full width.</summary>
    public static SearchValues<char> Apostrophes { get; } = SearchValues.Create("'\u2019\u2018\u02BC\uFF07");

    // Latin-1, Latin Extended-A and -B: the letters of all European languages that French news quotes.
    private const char FirstFolded = '\u0080';
    private const char LastFolded = '\u024F';

    private static readonly SearchValues<char> Invisible = SearchValues.Create("\u00AD\u200B\u200C\u200D\u2060\uFEFF");

    private static readonly string[] Folded = [.. Enumerable.Range(FirstFolded, LastFolded - FirstFolded + 1).Select(c => Fold((char)c))];

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
            target.Append(Folded[c - FirstFolded]);
        }
        else
        {
            target.Append(Fold(c));
        }
    }

    private static string Fold(char c)
    {
        if (Invisible.Contains(c))
        {
            return "";
        }

        if (char.IsSurrogate(c))
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
