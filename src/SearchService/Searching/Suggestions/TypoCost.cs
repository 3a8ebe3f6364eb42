using System.Collections.Frozen;

namespace SearchService.Searching.Suggestions;

/// <summary>
/// How far two folded words are apart, in tenths of an edit: the Damerau-Levenshtein distance with transpositions of neighbours (Damerau 1964, in the
/// form of optimal string alignment), where what French hands and ears confuse costs less than other edits. Symmetric. The costs are our estimates, set by
/// trial on misspelled names and words.
/// </summary>
internal static class TypoCost
{
    /// <summary>Any edit that nothing explains.</summary>
    public const int Edit = 10;

    /// <summary>Letters that sound alike, a doubled letter, a mute h.</summary>
    public const int SoundsAlike = 3;

    private const int Slip = 4;
    private const int SilentEnding = 5;
    private const int Transposition = 6;
    private const int NeighbouringKey = 7;
    private const int Vowel = 8;

    // Few people get the first letter wrong (Pollock and Zamora 1984: 3 % of all errors).
    private const int FirstLetter = 5;

    private const string Vowels = "aeiouy";
    private const string SilentLetters = "destxzp";
    private const string DoubledLetters = "bcdfglmnprst";

    private static readonly string[] KeyRows = ["azertyuiop", "qsdfghjklm", "wxcvbn"];
    private static readonly double[] RowOffsets = [0, 0.25, 0.75];

    private static readonly HashSet<(char, char)> Neighbours = NeighbouringKeys();

    // Both ways; letters that follow each other and are heard as one.
    private static readonly (string One, string Other, int Cost)[] Sounds =
    [
        ("ph", "f", SoundsAlike), ("an", "en", SoundsAlike), ("am", "em", SoundsAlike), ("an", "am", SoundsAlike), ("en", "em", SoundsAlike),
        ("in", "ain", SoundsAlike), ("in", "ein", SoundsAlike), ("ain", "ein", SoundsAlike), ("in", "im", SoundsAlike), ("on", "om", SoundsAlike),
        ("y", "i", SoundsAlike), ("qu", "k", SoundsAlike), ("qu", "c", SoundsAlike), ("k", "c", SoundsAlike), ("k", "ck", SoundsAlike), ("c", "ch", Slip),
        ("eau", "o", SoundsAlike), ("eau", "au", SoundsAlike), ("au", "o", SoundsAlike), ("ai", "e", Slip), ("ei", "e", Slip), ("ai", "ei", SoundsAlike),
        ("oe", "e", SoundsAlike), ("ae", "e", SoundsAlike), ("s", "c", Slip), ("ss", "c", Slip), ("s", "z", Slip), ("t", "ss", Slip), ("g", "j", Slip),
        ("ge", "j", Slip), ("gu", "g", SoundsAlike), ("v", "w", Slip), ("sch", "ch", SoundsAlike), ("ou", "u", Slip), ("x", "cs", Slip), ("ll", "y", Slip),
        ("a", "q", Slip), ("z", "w", Slip),
    ];

    private static readonly FrozenDictionary<(char, char), (string One, string Other, int Cost)[]> SoundsByEnds =
        Sounds.Concat(Sounds.Select(sound => (sound.Other, sound.One, sound.Cost))).GroupBy(sound => (sound.Item1[^1], sound.Item2[^1]))
            .ToFrozenDictionary(group => group.Key, group => group.ToArray());

    /// <summary>Groups of letters that take each other's place, both ways.</summary>
    public static IReadOnlyList<(string From, string To)> Confusions { get; } =
        [.. Sounds.Select(sound => (sound.One, sound.Other)), .. Sounds.Select(sound => (sound.Other, sound.One))];

    /// <summary>The cost of taking one word for the other.</summary>
    public static int Between(string one, string other)
    {
        var width = other.Length + 1;
        var costs = new int[(one.Length + 1) * width];
        Func<int, int, int> known = (i, j) => costs[(i * width) + j];
        for (var i = 0; i <= one.Length; i++)
        {
            for (var j = i == 0 ? 1 : 0; j <= other.Length; j++)
            {
                costs[(i * width) + j] = Cheapest(one, other, i, j, known);
            }
        }

        return costs[^1];
    }

    /// <summary>The cost of the first letters of both words, where that of fewer is known.</summary>
    /// <param name="one">A word.</param>
    /// <param name="other">The other.</param>
    /// <param name="i">How many letters of the one.</param>
    /// <param name="j">How many letters of the other; not both 0.</param>
    /// <param name="known">The cost of so many first letters of each.</param>
    internal static int Cheapest(string one, string other, int i, int j, Func<int, int, int> known)
    {
        var cost = int.MaxValue;
        if (i > 0)
        {
            cost = known(i - 1, j) + Left(one, i, other, j);
        }

        if (j > 0)
        {
            cost = Math.Min(cost, known(i, j - 1) + Left(other, j, one, i));
        }

        if (i == 0 || j == 0)
        {
            return cost;
        }

        var last = one[i - 1];
        var lastOther = other[j - 1];
        if (last == lastOther)
        {
            cost = Math.Min(cost, known(i - 1, j - 1));
        }
        else
        {
            var first = i == 1 || j == 1 ? FirstLetter : 0;
            cost = Math.Min(cost, known(i - 1, j - 1) + Replaced(last, lastOther) + first);
            if (i > 1 && j > 1 && last == other[j - 2] && lastOther == one[i - 2])
            {
                cost = Math.Min(cost, known(i - 2, j - 2) + Transposition + (i == 2 || j == 2 ? FirstLetter : 0));
            }
        }

        foreach (var sound in SoundsByEnds.GetValueOrDefault((last, lastOther), []))
        {
            if (EndsWith(one, i, sound.One) && EndsWith(other, j, sound.Other))
            {
                cost = Math.Min(cost, known(i - sound.One.Length, j - sound.Other.Length) + sound.Cost);
            }
        }

        return cost;
    }

    /// <summary>The cost of a letter that only one of the words has.</summary>
    private static int Left(string word, int length, string other, int otherLength)
    {
        var letter = word[length - 1];
        if (letter == 'h' || (length > 1 && word[length - 2] == letter && DoubledLetters.Contains(letter)))
        {
            return SoundsAlike;
        }

        if (length == word.Length && otherLength == other.Length && length > 1 && SilentLetters.Contains(letter))
        {
            return SilentEnding;
        }

        return length == 1 ? Edit + FirstLetter : Edit;
    }

    private static int Replaced(char one, char other) =>
        Neighbours.Contains((one, other)) ? NeighbouringKey : Vowels.Contains(one) && Vowels.Contains(other) ? Vowel : Edit;

    private static bool EndsWith(string word, int length, string ending) => word.AsSpan(0, length).EndsWith(ending, StringComparison.Ordinal);

    private static HashSet<(char One, char Other)> NeighbouringKeys()
    {
        // A little more than the distance of keys that touch, with the width of a key as 1.
        const double Reach = 1.3;
        var keys = KeyRows.SelectMany((row, y) => row.Select((letter, x) => (Letter: letter, X: x + RowOffsets[y], Y: y))).ToList();
        return
        [
            .. from one in keys
               from other in keys
               where one.Letter != other.Letter && Math.Sqrt(Math.Pow(one.X - other.X, 2) + Math.Pow(one.Y - other.Y, 2)) <= Reach
               select (one.Letter, other.Letter),
        ];
    }
}
