using System.Globalization;

namespace SearchService.Analysis.Lemmas;

/// <summary>Numbers written as words of letters: Roman numerals and ordinals.</summary>
internal static class Numerals
{
    private const int LargestRoman = 39; // I, V and X alone: kings, centuries, wars; from L on a numeral looks like an acronym

    private static readonly string[] OrdinalSuffixes = ["e", "er", "ers", "re", "res", "ère", "ères", "ème", "èmes", "eme", "emes", "è", "nd", "nde", "nds", "ndes", "ᵉ"];

    private static readonly string[] OrdinalWords =
    [
        "", "premier", "deuxième", "troisième", "quatrième", "cinquième", "sixième", "septième", "huitième", "neuvième", "dixième", "onzième",
        "douzième", "treizième", "quatorzième", "quinzième", "seizième", "", "", "", "vingtième",
    ];

    /// <summary>The terms of an ordinal (<c>1er</c>, <c>20e</c>, <c>XXe</c>), or none.</summary>
    /// <param name="word">The word as written, in composed characters.</param>
    public static string[] Ordinal(string word)
    {
        var digits = 0;
        while (digits < word.Length && char.IsAsciiDigit(word[digits]))
        {
            digits++;
        }

        int number;
        if (digits is > 0 and <= 4)
        {
            number = int.Parse(word.AsSpan(0, digits), CultureInfo.InvariantCulture);
        }
        else
        {
            digits = word.AsSpan().IndexOfAnyExcept("IVX");
            number = digits > 0 ? Roman(word.AsSpan(0, digits)) : 0;
        }

        if (number == 0 || digits == word.Length || !OrdinalSuffixes.Contains(word[digits..]))
        {
            return [];
        }

        var term = number.ToString(CultureInfo.InvariantCulture) + "e";
        return number < OrdinalWords.Length && OrdinalWords[number].Length > 0 ? [OrdinalWords[number], term] : [term];
    }

    /// <summary>The value of a Roman numeral of two letters at least (<c>XIV</c>), or 0 if a word is none.</summary>
    public static int RomanNumber(string word) => word.Length < 2 || word.AsSpan().ContainsAnyExcept("IVX") ? 0 : Roman(word);

    private static int Roman(ReadOnlySpan<char> letters)
    {
        var value = 0;
        for (var i = 0; i < letters.Length; i++)
        {
            var digit = Digit(letters[i]);
            value += i + 1 < letters.Length && digit < Digit(letters[i + 1]) ? -digit : digit;
        }

        // Only the one proper way to write the number counts.
        return value is > 0 and <= LargestRoman && letters.SequenceEqual(Write(value)) ? value : 0;
    }

    private static int Digit(char letter) => letter switch
    {
        'I' => 1,
        'V' => 5,
        _ => 10,
    };

    private static string Write(int value)
    {
        string[] units = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"];
        return new string('X', value / 10) + units[value % 10];
    }
}
