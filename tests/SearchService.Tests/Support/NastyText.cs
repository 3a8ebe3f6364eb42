using CsCheck;

namespace SearchService.Tests.Support;

/// <summary>Random text made of all that French text processing gets wrong.</summary>
public static class NastyText
{
    private static readonly string[] Letters =
    [
        "a", "b", "d", "e", "l", "n", "s", "u", "x", "A", "L", "É", "é", "è", "ç", "ô", "e\u0301", "a\u0308\u0323", "c\u0327", "\u0301",
        "œ", "Œ", "æ", "ǽ", "ß", "ø", "ł", "ı", "İ", "ﬁ", "м", "ω", "ש", "日", "ア", "ไ", "한", "𝒳", "𐐀", "𞤀", "0", "7", "²", "٣",
    ];

    private static readonly string[] Apostrophes = ["'", "\u2019", "\u2018", "\u02BC", "\uFF07"];

    private static readonly string[] Gaps =
    [
        " ", " ", " ", "\u00A0", "\u202F", "\u2009", "\t", "\n", "\u00AD", "\u200B", "\u200D", "\uFEFF", "-", "\u2011", "\u2014", ".", ",", ":", "_", "/",
        "!", "?", "…", "%", "€", "°", "$", "·", "'", "&", "<", ">", "\"", "«", "»", "“", "”", "(", ")", "*", "=", "😀", "👍🏽", "\u0001",
    ];

    private static readonly string[] Words =
        ["l'", "qu’", "d'", "jusqu'", "aujourd'hui", "avocat", "l'été", "le", "on", "(e)s", ".e.s", "·e·s", "porte-avions", "XIV", "1er", "20 h 30", "10 000", "1.000", "al-", "U.S.A.", "C.", "s.", "journaux", "journal", "vaches", "<mark>", "&amp;"];

    /// <summary>Up to 30 pieces, well-formed UTF-16.</summary>
    public static Gen<string> WellFormed { get; } = Gen.Frequency(
            (6, Gen.OneOf(Letters)), (2, Gen.OneOf(Apostrophes)), (4, Gen.OneOf(Gaps)), (2, Gen.OneOf(Words)))
        .Array[0, 30].Select(string.Concat);

    /// <summary>The same and any UTF-16 units, lone surrogates too.</summary>
    public static Gen<string> Any { get; } = Gen.Select(WellFormed, Gen.Char['\0', '\uFFFF'].Array[0, 8], WellFormed)
        .Select((head, middle, tail) => head + new string(middle) + tail);
}
