using System.Buffers;

namespace SearchService.Searching.Highlighting;

/// <summary>
/// The sentences of a French text, found by rules of our own: a stop, an exclamation or question mark or an ellipsis, closing quotes behind it, a space, and no
/// small letter after that. A full stop behind an initial, a title (<c>M. Dupont</c>), an abbreviation (<c>av. J.-C.</c>), a reference before its number
/// (<c>art. 5</c>) or a number that opens a list (<c>1. Le texte</c>) ends none. In doubt two sentences stay one: a cut too few is no fault.
/// </summary>
internal static class Sentences
{
    private static readonly SearchValues<char> Terminators = SearchValues.Create(".!?…‽");
    private static readonly SearchValues<char> LineEnds = SearchValues.Create("\n\r\u2028\u2029");
    private static readonly SearchValues<char> Closers = SearchValues.Create("»”’\"')]");
    private static readonly SearchValues<char> Openers = SearchValues.Create("«“‘„\"'([—–-…");

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Titles =
        Set("M MM Mme Mmes Mlle Mlles Me Mes Dr Drs Pr Prs Mgr St Ste Sgt Cdt Cne Lt Gal Prof", StringComparer.Ordinal);

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Abbreviations =
        Set("cf av apr bd vs env éd ibid hab", StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> BeforeNumbers =
        Set("n no nos art al chap fig p pp vol tél janv févr avr juil juill sept oct nov déc", StringComparer.OrdinalIgnoreCase);

    /// <summary>The sentences in order, without the spaces between them; none for a blank text.</summary>
    public static List<(int Start, int End)> Split(string text)
    {
        var sentences = new List<(int Start, int End)>();
        var start = SkipSpaces(text, 0);
        start = Graphemes.IsBoundary(text, start) ? start : 0;
        var at = start;
        while (at < text.Length)
        {
            var end = at;
            if (Terminators.Contains(text[at]))
            {
                while (at < text.Length && Terminators.Contains(text[at]))
                {
                    at++;
                }

                var stop = end;
                end = at = SkipClosers(text, at);
                if (at == text.Length || !char.IsWhiteSpace(text[at]) || !EndsSentence(text, start, stop, end))
                {
                    continue;
                }
            }
            else if (!LineEnds.Contains(text[at]))
            {
                at++;
                continue;
            }

            var next = SkipSpaces(text, end);
            if (next < text.Length && Graphemes.IsBoundary(text, end) && Graphemes.IsBoundary(text, next))
            {
                Add(end);
                start = next;
            }

            at = Math.Max(at + 1, next);
        }

        Add(text.Length);
        return sentences;

        void Add(int end)
        {
            while (end > start && char.IsWhiteSpace(text[end - 1]))
            {
                end--;
            }

            if (end > start)
            {
                sentences.Add((start, end));
            }
        }
    }

    private static bool EndsSentence(string text, int start, int stop, int end)
    {
        if (stop > start && text[stop - 1] is '(' or '[')
        {
            return false; // "(…)" stands for what was left out.
        }

        var next = SkipSpaces(text, end);
        return !ContinuesSmall(text, next) && !(end == stop + 1 && text[stop] == '.' && IsAbbreviation(text, start, stop, next));
    }

    /// <summary>Whether a small letter follows, behind quotes and dashes: « Quoi ? » demande-t-il.</summary>
    private static bool ContinuesSmall(string text, int at)
    {
        while (at < text.Length && (Openers.Contains(text[at]) || char.IsWhiteSpace(text[at])))
        {
            at++;
        }

        return at < text.Length && char.IsLower(text, at);
    }

    private static bool IsAbbreviation(string text, int start, int stop, int next)
    {
        var from = stop;
        while (from > start && char.IsLetter(text[from - 1]))
        {
            from--;
        }

        var word = text.AsSpan(from, stop - from);
        var beforeNumber = next < text.Length && char.IsDigit(text[next]);
        return word switch
        {
            [] => !text.AsSpan(start, stop - start).ContainsAnyExceptInRange('0', '9'),
            [var letter] when char.IsUpper(letter) => true,
            _ => Titles.Contains(word) || Abbreviations.Contains(word) || (beforeNumber && BeforeNumbers.Contains(word)),
        };
    }

    private static int SkipClosers(string text, int at)
    {
        while (at < text.Length)
        {
            // French puts a space before its closing quote.
            var quote = at + 1 < text.Length && text[at] is ' ' or '\u00A0' or '\u202F' ? at + 1 : at;
            if (!Closers.Contains(text[quote]) || (quote > at && text[quote] != '»'))
            {
                break;
            }

            at = quote + 1;
        }

        return at;
    }

    private static int SkipSpaces(string text, int at)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        return at;
    }

    private static HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Set(string words, StringComparer comparer) =>
        words.Split(' ').ToHashSet(comparer).GetAlternateLookup<ReadOnlySpan<char>>();
}
