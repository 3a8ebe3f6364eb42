using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using SearchService.Analysis.Tokens;

namespace SearchService.Analysis.Lemmas;

/// <summary>
/// Remembers the forms of words already met: a text has few words that are new, and a look-up here is several times faster than the way
/// through the lexicon (AnalysisBenchmarks shows both). Each word has two places: it enters at the second and moves to the first when it is met again, so
/// that the many words that are met once do not drive out the frequent ones. No locks: entries are immutable and published by one write; the
/// worst that two threads can do is to work a word out twice.
/// </summary>
internal sealed class WordCache
{
    private const int Places = 1 << 18;

    // A longer word is rare; it is worked out each time.
    private const int MaxLength = 96;

    // New in each process, so that nobody can make up words of equal keys; odd, so that no bit of a product is lost.
    private static readonly ulong Secret = MemoryMarshal.Read<ulong>(RandomNumberGenerator.GetBytes(sizeof(ulong))) | 1;
    private static readonly ulong OtherSecret = MemoryMarshal.Read<ulong>(RandomNumberGenerator.GetBytes(sizeof(ulong))) | 1;

    private readonly WordForms?[] _entries = new WordForms?[Places];
    private readonly Lemmatizer _lemmatizer;

    /// <summary>A cache in front of a lemmatizer.</summary>
    public WordCache(Lemmatizer lemmatizer) => _lemmatizer = lemmatizer;

    /// <summary>The forms of a token.</summary>
    /// <param name="text">The token as it stands in the text, without what belongs to its neighbours.</param>
    /// <param name="kind">What it is made of.</param>
    /// <param name="opensSentence">Whether its capital says nothing.</param>
    /// <param name="allCapitals">Whether the whole text is in capitals, so that capitals make no acronym.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public WordForms Get(ReadOnlySpan<char> text, TokenKind kind, bool opensSentence, bool allCapitals)
    {
        // In small letters a word is the same everywhere.
        opensSentence = opensSentence && !char.IsAsciiLetterLower(text[0]);
        var key = KeyOf(text, ((uint)kind << 2) | (allCapitals ? 2u : 0) | (opensSentence ? 1u : 0));
        var place = (int)key & (Places - 2);
        return _entries[place] is { } first && first.Key == key ? first : GetSecond(text, kind, opensSentence, allCapitals, key, place);
    }

    private WordForms GetSecond(ReadOnlySpan<char> text, TokenKind kind, bool opensSentence, bool allCapitals, ulong key, int place)
    {
        if (_entries[place + 1] is { } second && second.Key == key)
        {
            _entries[place + 1] = _entries[place];
            _entries[place] = second;
            return second;
        }

        var forms = _lemmatizer.Analyze(text, kind, opensSentence, allCapitals);
        if (text.Length <= MaxLength)
        {
            forms.Key = key;
            _entries[_entries[place] is null ? place : place + 1] = forms;
        }

        return forms;
    }

    /// <summary>
    /// The key of a token, a hash of all its bits and its length under secret numbers (the folded multiplication of Wang Yi's wyhash). Words are told apart by it
    /// alone: a comparison with the text would be one more visit to memory, and two that are looked for at one place have the same key once in 10¹⁴ times.
    /// </summary>
    private static ulong KeyOf(ReadOnlySpan<char> text, uint tag)
    {
        var hash = Fold(Secret ^ tag, OtherSecret ^ (uint)text.Length);
        var bytes = MemoryMarshal.AsBytes(text);
        while (bytes.Length >= sizeof(ulong))
        {
            hash = Fold(hash ^ MemoryMarshal.Read<ulong>(bytes), OtherSecret);
            bytes = bytes[sizeof(ulong)..];
        }

        ulong rest = 0;
        for (var i = 0; i < bytes.Length; i += sizeof(char))
        {
            rest = (rest << 16) | MemoryMarshal.Read<char>(bytes[i..]);
        }

        return Fold(hash ^ rest, OtherSecret);
    }

    private static ulong Fold(ulong left, ulong right)
    {
        var high = Math.BigMul(left, right, out var low);
        return high ^ low;
    }
}
