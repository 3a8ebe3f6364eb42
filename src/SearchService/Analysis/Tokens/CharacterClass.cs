using System.Buffers;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace SearchService.Analysis.Tokens;

/// <summary>What part a character plays in a text.</summary>
internal static class CharacterClass
{
    private static readonly SearchValues<char> SentenceEnds = SearchValues.Create(".!?…:«»\"“”()[]\n\r\u2013\u2014|•");

    // The classes of Latin characters, which French is made of: bit 0 letter or digit.
    private static readonly bool[] Latin = [.. Enumerable.Range(0, 0x250).Select(c => char.IsLetterOrDigit((char)c))];

    /// <summary>Whether a character is a letter or digit of Latin writing.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsLatin(char c) => c < Latin.Length && Latin[c];

    /// <summary>Whether a letter or digit stands at a place of a text, and how many UTF-16 units it takes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsAlphanumeric(ReadOnlySpan<char> text, int at, out int width)
    {
        width = 1;
        var c = text[at];
        return c < Latin.Length ? Latin[c] : IsOther(text, at, out width);
    }

    /// <summary>Whether a character joins the word that it stands in without being a letter: a combining accent, an invisible character, a raised or lowered digit.</summary>
    public static bool IsPartOfWord(char c) =>
        c >= '\u00AD' && (Characters.Invisible.Contains(c) || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark
            || c is '\u00B2' or '\u00B3' or '\u00B9' or (>= '\u2070' and <= '\u2089'));

    /// <summary>Whether a character is a hyphen inside a word.</summary>
    public static bool IsHyphen(char c) => c is '-' or '\u2010' or '\u2011';

    /// <summary>Whether a character is a space of any width.</summary>
    public static bool IsSpace(char c) => c is ' ' or '\u00A0' or '\u202F' or '\u2009' or '\u2007';

    /// <summary>Whether a new sentence, heading or quotation may start after a character.</summary>
    public static bool EndsSentence(char c) => SentenceEnds.Contains(c);

    /// <summary>Whether a character is a word of its own: Han, kana, Thai and others that are written without spaces.</summary>
    public static bool IsIdeograph(char c) => c >= '\u0E00' && (c is (>= '\u0E00' and <= '\u0EFF') or (>= '\u2E80' and <= '\uA4CF') or (>= '\uF900' and <= '\uFAFF'));

    private static bool IsOther(ReadOnlySpan<char> text, int at, out int width)
    {
        width = 1;
        var c = text[at];
        if (!char.IsSurrogate(c))
        {
            // Unicode calls the modifier apostrophe a letter; in French texts it is an apostrophe.
            return (char.IsLetterOrDigit(c) && !Characters.Apostrophes.Contains(c)) || char.GetUnicodeCategory(c) is UnicodeCategory.LetterNumber;
        }

        if (Rune.DecodeFromUtf16(text[at..], out var rune, out width) != OperationStatus.Done)
        {
            width = 1;
            return false;
        }

        return Rune.IsLetterOrDigit(rune);
    }
}
