using System.Globalization;

namespace SearchService.Searching.Highlighting;

/// <summary>Characters as people see them (grapheme clusters, UAX #29): no mark and no cut goes through one.</summary>
internal static class Graphemes
{
    /// <summary>Whether a character starts at an index; also true at the end.</summary>
    public static bool IsBoundary(string text, int index) => Ceiling(text, index) == index;

    /// <summary>The start of the character that an index lies in.</summary>
    public static int Floor(string text, int index) => Around(text, index).Start;

    /// <summary>The first end of a character at or behind an index.</summary>
    public static int Ceiling(string text, int index) => Around(text, index) is var (start, end) && start == index ? start : end;

    private static (int Start, int End) Around(string text, int index)
    {
        if (index <= 0 || index >= text.Length || IsSureBoundary(text, index))
        {
            return (index, index);
        }

        var start = index - 1;
        while (start > 0 && !IsSureBoundary(text, start))
        {
            start--;
        }

        while (true)
        {
            var end = start + StringInfo.GetNextTextElementLength(text, start);
            if (end > index)
            {
                return (start, end);
            }

            start = end;
        }
    }

    /// <summary>A boundary that needs no look at what stands farther away; most are.</summary>
    private static bool IsSureBoundary(string text, int index) =>
        IsPlain(text[index]) && (IsPlain(text[index - 1]) || CharUnicodeInfo.GetUnicodeCategory(text[index - 1]) == UnicodeCategory.NonSpacingMark)
        && !(text[index] == '\n' && text[index - 1] == '\r');

    /// <summary>
    /// Characters that join no other before them: Latin, Greek, Cyrillic, Armenian, Hebrew and Arabic letters, punctuation, kana, ideographs, Hangul syllables.
    /// </summary>
    private static bool IsPlain(char c) => c is < '\u0300' or (>= '\u0370' and <= '\u0482') or (>= '\u048A' and <= '\u0590') or (>= '\u05D0' and <= '\u05EA')
        or (>= '\u0621' and <= '\u064A') or (>= '\u2010' and <= '\u205E') or (>= '\u3041' and <= '\u3096') or (>= '\u30A1' and <= '\u30FA')
        or (>= '\u4E00' and <= '\u9FFF') or (>= '\uAC00' and <= '\uD7A3');
}
