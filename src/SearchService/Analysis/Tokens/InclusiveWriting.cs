namespace SearchService.Analysis.Tokens;

/// <summary>
/// Endings that write two genders at once: <c>étudiant·e·s</c>, <c>élu.e.s</c>, <c>candidat(e)s</c>, <c>étudiant-e-s</c>. The word before the mark is the masculine one, which
/// has the same lemma.
/// </summary>
internal static class InclusiveWriting
{
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Endings = new HashSet<string>(StringComparer.OrdinalIgnoreCase)
    {
        "e", "es", "ne", "nes", "le", "les", "te", "tes", "se", "ses", "ve", "ves", "ère", "ères", "euse", "euses", "rice", "rices", "trice", "trices",
        "ice", "ices", "fe", "sse", "sses", "esse", "esses", "x", "s",
    }.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Finds such an ending.</summary>
    /// <param name="text">The text.</param>
    /// <param name="end">Where the word before it ends.</param>
    /// <param name="tailEnd">Where the ending ends.</param>
    /// <param name="plural">Whether it is a plural.</param>
    public static bool Tail(ReadOnlySpan<char> text, int end, out int tailEnd, out bool plural)
    {
        tailEnd = end;
        plural = false;
        if (end >= text.Length - 1)
        {
            return false;
        }

        return text[end] switch
        {
            '(' => Bracketed(text, end, out tailEnd, out plural),
            '-' => Hyphenated(text, end, out tailEnd, out plural),
            '·' or '•' or '\u2027' or '\u22C5' or '.' => Dotted(text, end, text[end], out tailEnd, out plural),
            _ => false,
        };
    }

    private static bool Bracketed(ReadOnlySpan<char> text, int open, out int tailEnd, out bool plural)
    {
        tailEnd = open;
        plural = false;
        var close = LettersEnd(text, open + 1);
        if (close >= text.Length || text[close] != ')' || !Endings.Contains(text[(open + 1)..close]))
        {
            return false;
        }

        tailEnd = LettersEnd(text, close + 1);
        var rest = text[(close + 1)..tailEnd];
        plural = rest is "s" or "S" || EndsInS(text[(open + 1)..close]);
        return rest.IsEmpty || rest is "s" or "S" or "x";
    }

    /// <summary><c>étudiant-e-s</c>, <c>élu-e</c>: only the plainest endings, since hyphens join words as well.</summary>
    private static bool Hyphenated(ReadOnlySpan<char> text, int hyphen, out int tailEnd, out bool plural)
    {
        tailEnd = hyphen;
        var rest = text[hyphen..];
        var length = rest.StartsWith("-e-s") ? 4 : rest.StartsWith("-es") ? 3 : rest.StartsWith("-e") ? 2 : 0;
        plural = length > 2;
        if (length == 0 || (rest.Length > length && (char.IsLetterOrDigit(rest[length]) || CharacterClass.IsHyphen(rest[length]))))
        {
            return plural = false;
        }

        tailEnd = hyphen + length;
        return true;
    }

    private static bool Dotted(ReadOnlySpan<char> text, int dot, char mark, out int tailEnd, out bool plural)
    {
        tailEnd = dot;
        plural = false;
        var end = LettersEnd(text, dot + 1);
        // "fin.Le reste": a full stop that lacks its space.
        var isNewSentence = end > dot + 1 && char.IsUpper(text[dot + 1]) && dot > 0 && !char.IsUpper(text[dot - 1]);
        if (isNewSentence || !Endings.Contains(text[(dot + 1)..end]) || (end < text.Length && char.IsDigit(text[end])))
        {
            return false;
        }

        plural = EndsInS(text[(dot + 1)..end]);
        tailEnd = end;
        if (end < text.Length - 1 && text[end] == mark && text[end + 1] is 's' or 'S' && LettersEnd(text, end + 1) == end + 2)
        {
            tailEnd = end + 2;
            plural = true;
        }

        return true;
    }

    private static bool EndsInS(ReadOnlySpan<char> letters) => letters[^1] is 's' or 'S';

    private static int LettersEnd(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && char.IsLetter(text[at]))
        {
            at++;
        }

        return at;
    }
}
