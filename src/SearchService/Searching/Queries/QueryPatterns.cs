using System.Text;
using SearchService.Analysis.Tokens;

namespace SearchService.Searching.Queries;

/// <summary>The signs at a word: <c>=mot</c>, <c>mot*</c>, <c>mot~</c>.</summary>
internal static class QueryPatterns
{
    /// <summary>How many letters or digits a prefix has at least: fewer begin too many words.</summary>
    public const int MinPrefixLength = 2;

    private const string Punctuation = ".,;:!?…";

    // "~0.85", as Lucene once wrote it.
    private const int MaxTildeLength = 5;

    /// <summary>Reads a word. A sign may have punctuation behind it; anywhere else than at the ends of the word it is punctuation itself.</summary>
    /// <param name="word">The word as typed, with a letter or digit in it.</param>
    /// <param name="match">How it is found.</param>
    /// <param name="tooShort">Whether it is too short for the star behind it, which is punctuation then.</param>
    /// <returns>The word without its signs.</returns>
    public static ReadOnlySpan<char> Read(ReadOnlySpan<char> word, out WordMatch match, out bool tooShort)
    {
        tooShort = false;
        match = WordMatch.Inflected;
        if (word is ['=', ..] && IsSearchable(word[1..]))
        {
            match = WordMatch.Form;
            word = word[1..];
        }

        var trimmed = word.TrimEnd(Punctuation);
        if (trimmed is [.., '*'] && trimmed.TrimEnd('*') is var prefix && LettersAtEnd(prefix) is > 0 and var letters)
        {
            tooShort = letters < MinPrefixLength;
            match = tooShort ? match : WordMatch.Prefix;
            return tooShort ? word : prefix;
        }

        var tilde = trimmed.LastIndexOf('~');
        if (tilde > 0 && trimmed.Length - tilde <= MaxTildeLength && IsDistance(trimmed[(tilde + 1)..]) && LettersAtEnd(trimmed[..tilde]) > 0)
        {
            match = WordMatch.Typo;
            return trimmed[..tilde];
        }

        return word;
    }

    private static bool IsDistance(ReadOnlySpan<char> text) =>
        text is "" or "0" or "1" or "2" || (text is ['0', '.', ..] && !text[2..].ContainsAnyExceptInRange('0', '9'));

    /// <summary>How many letters and digits a text ends with; accents of their own between them do not count.</summary>
    private static int LettersAtEnd(ReadOnlySpan<char> text)
    {
        var count = 0;
        while (!text.IsEmpty && Rune.DecodeLastFromUtf16(text, out var rune, out var width) == System.Buffers.OperationStatus.Done)
        {
            if (Rune.IsLetterOrDigit(rune))
            {
                count++;
            }
            else if (!rune.IsBmp || !CharacterClass.IsPartOfWord((char)rune.Value))
            {
                break;
            }

            text = text[..^width];
        }

        return count;
    }

    private static bool IsSearchable(ReadOnlySpan<char> text) =>
        Rune.DecodeFromUtf16(text, out var rune, out _) == System.Buffers.OperationStatus.Done && Rune.IsLetterOrDigit(rune);
}
