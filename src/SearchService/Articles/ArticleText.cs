using System.Text;

namespace SearchService.Articles;

/// <summary>Puts text from outside into the one form the rest of the program relies on.</summary>
public static class ArticleText
{
    /// <summary>Of all code points the one that <see cref="string.Normalize()"/> throws on.</summary>
    private const char Unacceptable = '\uFFFE';

    /// <summary>The text in NFC on one line: control characters and line breaks become a space, lone surrogates and U+FFFE
    /// U+FFFD, the ends are trimmed.</summary>
    /// <returns>The text, or null if nothing but space is left.</returns>
    public static string? Clean(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        var repaired = NeedsRepair(text) ? Repair(text) : text;
        var clean = (IsSurelyComposed(repaired) ? repaired : repaired.Normalize(NormalizationForm.FormC)).Trim();
        return clean.Length == 0 ? null : clean;
    }

    /// <summary>Whether a text holds control characters other than tabulation and line ends.</summary>
    public static bool HasControlCharacters(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (char.IsControl(c) && c is not ('\t' or '\r' or '\n'))
            {
                return true;
            }
        }

        return false;
    }

    // By Unicode's quick check for NFC nothing below U+0300 changes, nor does punctuation such as ’ and …: most French text needs no closer look.
    private static bool IsSurelyComposed(string text)
    {
        foreach (var c in text)
        {
            if (c >= '\u0300' && c is not (>= '\u2002' and <= '\u20AC'))
            {
                return false;
            }
        }

        return true;
    }

    private static bool NeedsRepair(string text)
    {
        foreach (var c in text)
        {
            if (IsBreak(c) || char.IsSurrogate(c) || c == Unacceptable)
            {
                return true;
            }
        }

        return false;
    }

    private static string Repair(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes()) // yields U+FFFD for a lone surrogate
        {
            if (rune.IsBmp && IsBreak((char)rune.Value))
            {
                result.Append(' ');
            }
            else if (rune.Value == Unacceptable)
            {
                result.Append(Rune.ReplacementChar.ToString());
            }
            else
            {
                result.Append(rune.ToString());
            }
        }

        return result.ToString();
    }

    private static bool IsBreak(char c) => char.IsControl(c) || c is '\u2028' or '\u2029';
}
