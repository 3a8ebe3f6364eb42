using System.Runtime.CompilerServices;
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
    private const int TagBits = 5;

    // A longer word is rare; it is worked out each time.
    private const int MaxLength = 96;

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
        var hash = Hash(text, ((int)kind << 2) | (allCapitals ? 2 : 0) | (opensSentence ? 1 : 0));
        var place = (int)(hash >> TagBits) & (Places - 2);
        return _entries[place] is { } first && first.Is(hash, text) ? first : GetSecond(text, kind, opensSentence, allCapitals, hash, place);
    }

    private WordForms GetSecond(ReadOnlySpan<char> text, TokenKind kind, bool opensSentence, bool allCapitals, uint hash, int place)
    {
        if (_entries[place + 1] is { } second && second.Is(hash, text))
        {
            _entries[place + 1] = _entries[place];
            _entries[place] = second;
            return second;
        }

        var forms = _lemmatizer.Analyze(text, kind, opensSentence, allCapitals);
        if (text.Length <= MaxLength)
        {
            forms.Key = (hash, text.ToString());
            _entries[_entries[place] is null ? place : place + 1] = forms;
        }

        return forms;
    }

    // FNV-1a over UTF-16 units: short keys, no seed needed since a slow bucket cannot form (two places, then the lexicon).
    private static uint Hash(ReadOnlySpan<char> text, int tag)
    {
        var hash = 2166136261u ^ (uint)tag;
        foreach (var c in text)
        {
            hash = (hash ^ c) * 16777619u;
        }

        // The tag is in the hash, and the hash is compared whole: it must not be lost among equal texts.
        return ((hash ^ (hash >> 15)) << TagBits) | (uint)tag;
    }
}
