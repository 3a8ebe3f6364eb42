using System.Globalization;
using System.Text;

namespace SearchService.Tests.Support;

/// <summary>Queries as people write them and as nobody should: every construct of the language, in right and wrong places, and what other languages look like.</summary>
/// <param name="vocabulary">The words to mix in, one at least.</param>
/// <param name="seed">What makes the queries the same again.</param>
public sealed class RandomQueries(IReadOnlyList<string> vocabulary, int seed)
{
    private static readonly string[] Operators =
    [
        "OU", "OR", "ET", "AND", "SAUF", "NOT", "PRES/5", "PRÈS/3", "NEAR/10", "MEMEPARA", "MÊMEPARA", "PRES/0", "PRES/999999999999", "PRES/", "ou", "et", "near", "ET,",
    ];

    private static readonly string[] Fields =
    [
        "titre:", "texte:", "sujet:", "dossier:", "source:", "auteur:", "title:", "text:", "topic:", "story:", "author:", "TITRE:", "Source :", "date:", "titre::", "inconnu:", "http://",
    ];

    private static readonly string[] Dates =
    [
        "date:2025", "date:2025-12", "date:2025-12-24", "date:[2025-12-01..2025-12-24]", "date:[2025-12..]", "date:[..2025]", "date:[..]", "date:[2026..2024]", "date:2025-13-45",
        "date:hier", "date:[", "date:[2025 TO 2026]", "date:24/12/2025",
    ];

    private static readonly string[] Signs =
    [
        "\"", "\"", "«", "»", "“", "”", "„", "« ", " »", "'", "’", "(", ")", "(", ")", "((", "))", "-", "--", "- ", " -", "+", "!", "*", "**", "~", "~2", "~3", "~999", "=", "==", ":", "::", "/", "\\",
        "&&", "||", "^2", "[", "]", "{", "}", ".", "…", ",", ";", "?", "%", "€", "°", "#", "@", "_", "|", "<", ">", "–", "—", "·", ":)", ":-(", ";)", "(:",
    ];

    private static readonly string[] Foreign =
    [
        "<b>gras</b>", "<script>alert('x')</script>", "&lt;p&gt;", "' OR 1=1 --", "\"; DROP TABLE articles; --", "SELECT * FROM t WHERE a = 'b'", "+titre:\"a b\"^3 -source:[a TO z}",
        "/^[a-z]+(\\d{2,})?$/", "(a|b)*c", "(?<=x)y", "{\"match\":{\"titre\":\"x\"}}", "https://exemple.fr/a?b=c&d=é#f", "a@b.fr", "C++", "#JO2024", "@presse", "%00", "%E9", "../../etc/passwd", "${jndi:x}",
    ];

    private static readonly string[] French =
    [
        "l'", "d’", "qu'", "aujourd'hui", "porte-avions", "va-t-il", "10 000", "20 h 30", "50 %", "5 €", "1er", "XIVe", "U.S.A.", "49.3", "élu(e)s", "directeur(trice)s", "étudiant·e·s", "G 7", "œuvre", "É", "A",
        "LA FRANCE ET LE MALI", "ONU OU OTAN", "Ukraine: Moscou riposte", "Source : AFP",
    ];

    private static readonly string[] Characters =
    [
        "\u0000", "\u0001", "\u001B", "\u007F", "\uD83D", "\uDE00", "\uDC00\uD800", "😀", "👩‍👩‍👧", "🇫🇷", "e\u0301", "\u0301", "\u200B", "\u200E", "\u200F", "\u202E", "\u2066", "\uFEFF", "\u00AD", "\u2028",
        "\r\n", "\uFFFD", "\uFFFE", "日本", "москва", "שלום", "مرحبا", "ไทย", "한국", "𝒳", "²", "٣", "ǅ", "ﬁ",
    ];

    // Several spaces and none: pieces run into each other as well.
    private static readonly string[] Gaps = [" ", " ", " ", " ", " ", " ", "  ", "\u00A0", "\u202F", "\t", "\n", "", "", ""];

    private readonly Random _random = new(seed);
    private readonly StringBuilder _text = new();

    /// <summary>The next query: often short, now and then of some hundred characters, never longer than some thousands.</summary>
    public string Next()
    {
        _text.Clear();
        if (_random.Next(2000) == 0)
        {
            return Repeated();
        }

        var pieces = _random.Next(100) < 5 ? _random.Next(60) : 1 + _random.Next(9);
        for (var i = 0; i < pieces; i++)
        {
            if (i > 0)
            {
                _text.Append(Of(Gaps));
            }

            Piece();
        }

        return _text.ToString();
    }

    private void Piece()
    {
        switch (_random.Next(24))
        {
            case 0 or 1 or 2: _text.Append(Of(Operators)); break;
            case 3 or 4: _text.Append(Of(Fields)).Append(_random.Next(3) == 0 ? "" : Word()); break;
            case 5: _text.Append(Of(Dates)); break;
            case 6 or 7 or 8: _text.Append(Of(Signs)); break;
            case 9: _text.Append(Of(Foreign)); break;
            case 10: _text.Append(Of(French)); break;
            case 11: _text.Append(Of(Characters)); break;
            case 12: _text.Append((char)_random.Next(0x10000)); break;
            case 13: _text.Append(CultureInfo.InvariantCulture, $"{_random.Next(3000)}"); break;
            case 14: _text.Append('"').Append(Word()).Append(' ').Append(Word()).Append('"').Append(_random.Next(4) == 0 ? "~3" : ""); break;
            case 15: _text.Append('-').Append(Word()); break;
            case 16: _text.Append('=').Append(Word()); break;
            case 17: _text.Append(Word()).Append(_random.Next(2) == 0 ? '*' : '~'); break;
            case 18: _text.Append('(').Append(Word()).Append(' ').Append(Of(Operators)).Append(' ').Append(Word()).Append(')'); break;
            case 19: _text.Append(Word().ToUpperInvariant()); break;
            default: _text.Append(Word()); break;
        }
    }

    /// <summary>One piece again and again: what recursion and repeated searching of the same text fear.</summary>
    private string Repeated()
    {
        var piece = _random.Next(4) switch { 0 => Of(Operators) + " ", 1 => Of(Fields), 2 => Word(), _ => Of(Signs) };
        return new StringBuilder().Insert(0, piece, 1 + _random.Next(500)).ToString();
    }

    private string Word() => vocabulary[_random.Next(vocabulary.Count)];

    private string Of(string[] choices) => choices[_random.Next(choices.Length)];
}
