using System.Buffers;
using System.Globalization;
using System.Text;
using SearchService.Analysis.Lexicon;
using SearchService.Analysis.Tokens;

namespace SearchService.Analysis.Lemmas;

/// <summary>
/// A token to its lemmas. Case decides between names and words (<c>Rennes</c> is a town, <c>rennes</c> are animals), capitals and missing accents are
/// undone where a word stands behind them, and what no dictionary knows is guessed with care.
/// </summary>
internal sealed class Lemmatizer
{
    // Capitals of up to this many letters are read as an acronym (EU, AI, EST) or a noun, never as a verb.
    private const int AcronymLength = 3;

    private const WordClass Common = WordClass.Noun | WordClass.Verb;
    private const WordClass Proper = WordClass.Name | WordClass.Acronym;

    // Pronouns behind an inverted verb (dit-il) and other last parts that make no compound.
    private static readonly HashSet<string> Clitics = new(StringComparer.Ordinal)
    {
        "il", "elle", "on", "ils", "elles", "je", "tu", "nous", "vous", "ce", "la", "le", "les", "leur", "lui", "moi", "toi", "ci", "y", "en", "t", "meme", "memes",
    };

    // The one noun that ends like a verb with its pronoun.
    private const string Appointment = "rendezvous";

    private static readonly SearchValues<char> PlainLetters = SearchValues.Create(
        [.. Enumerable.Range(0, 0x180).Select(c => (char)c).Where(c => char.IsAsciiLetterOrDigit(c) || (c >= '\u00C0' && char.IsLetter(c)))]);

    // Words of grammar that are nouns as well: capitals do not decide.
    private static readonly string[] AlsoNouns = ["est", "son", "ton", "à", "a", "y"];

    private readonly FrenchLexicon _lexicon;
    private readonly UnknownWords _unknown;

    /// <summary>A lemmatizer over a lexicon, which may be empty.</summary>
    public Lemmatizer(FrenchLexicon lexicon)
    {
        _lexicon = lexicon;
        _unknown = new UnknownWords(lexicon);
    }

    /// <summary>Whether a folded form is a pronoun that stands behind its verb.</summary>
    public static bool IsClitic(string exact) => Clitics.Contains(exact);

    /// <summary>The forms of a token.</summary>
    public WordForms Analyze(ReadOnlySpan<char> text, TokenKind kind, bool opensSentence, bool allCapitals = false) => kind switch
    {
        TokenKind.Number => Plain(Number(text)),
        TokenKind.Time => Plain(Time(text)),
        TokenKind.Sign => Plain(text[0] switch { '°' => "degré", '€' => "euro", '$' => "dollar", '£' => "livre", _ => "%" }),
        TokenKind.Acronym => Plain(Characters.Folded(Letters(text))),
        TokenKind.Compound => Compound(text),
        _ => Word(Letters(text), opensSentence, allCapitals),
    };

    private WordForms Word(string word, bool opensSentence, bool allCapitals)
    {
        var exact = Characters.Folded(word);
        if (_lexicon.IsEmpty)
        {
            return new WordForms(exact, Characters.Spelled(word), [new LexiconReading(DerivationalStemmer.Stem(exact), WordClass.None)], [], ContextClass.None, false);
        }

        if (Numerals.Ordinal(word) is { Length: > 0 } ordinal)
        {
            return new WordForms(exact, exact, [.. ordinal.Select(term => new LexiconReading(term, WordClass.Noun))], [], ContextClass.Determiner, false);
        }

        if (word.AsSpan().ContainsAnyInRange('0', '9'))
        {
            return Plain(exact);
        }

        var spelled = Characters.Spelled(word);
        var shape = CapitalsOf(word);
        var queryOnly = new List<string>();
        var readings = shape switch
        {
            Capitals.None => LowerCase(spelled, exact, queryOnly),
            Capitals.All => AllCapitals(word, spelled, exact, allCapitals, queryOnly),
            _ => Capitalized(spelled, exact, opensSentence, queryOnly),
        };
        return new WordForms(exact, spelled, readings, [.. queryOnly], ContextWords.Of(spelled, readings), IsNounOfParticiple(readings));
    }

    private List<LexiconReading> LowerCase(string spelled, string exact, List<string> queryOnly)
    {
        var known = Look(spelled);
        var common = Of(known, Common);
        if (common.Count == 0)
        {
            // "quebec", "peche": no word as it stands. An acronym in small letters (ca) is one only if nothing else fits.
            var restored = Of(known, WordClass.Name) is { Count: > 0 } names ? names : Restore(exact);
            common = Of(restored, Common) is { Count: > 0 } words ? words : restored;
        }

        queryOnly.AddRange(Of(known, Proper).Select(reading => reading.Lemma));
        if (common.Count > 0)
        {
            return common;
        }

        if (known.Count > 0)
        {
            return known;
        }

        queryOnly.Add(exact);
        return Guess(spelled);
    }

    private List<LexiconReading> Capitalized(string spelled, string exact, bool opensSentence, List<string> queryOnly)
    {
        var known = Look(spelled);
        if (Of(known, Proper).Count == known.Count)
        {
            var restored = Of(known, WordClass.Name) is { Count: > 0 } ? [] : Restore(exact);
            known = Of(restored, WordClass.Name | Common) is { Count: > 0 } better ? better : known;
        }

        if (Of(known, WordClass.Name) is { Count: > 0 } names)
        {
            return names;
        }

        if (known.Count > 0)
        {
            // In the middle of a sentence a capital makes a noun: l'Assemblée, la Marche.
            return (!opensSentence || IsNounOfParticiple(known)) && Of(known, WordClass.Noun) is { Count: > 0 } nouns ? nouns : known;
        }

        if (_unknown.ByPrefix(spelled) is { Count: > 0 } derived)
        {
            return [.. derived];
        }

        // A name is not stemmed; the first word of a sentence may be one or not.
        var name = new LexiconReading(exact, WordClass.Name);
        var stemmed = Characters.Folded(UnknownWords.ByEnding(spelled));
        if (stemmed != exact && opensSentence)
        {
            return [name, new LexiconReading(stemmed, WordClass.Noun)];
        }

        return [name];
    }

    private List<LexiconReading> AllCapitals(string word, string spelled, string exact, bool allCapitals, List<string> queryOnly)
    {
        // Who writes accents on capitals writes them all; without any, all spellings come into question.
        var known = spelled != exact ? Look(spelled) : [];
        if (known.Count == 0)
        {
            known = Restore(exact);
        }

        // An acronym spelled like a word (MES, CE, EU) keeps its capitals, or every "mes" would be one.
        var isShort = word.Length <= AcronymLength && !allCapitals;
        var surface = new LexiconReading(isShort && word.Length > 1 && Of(Look(spelled), Common).Count > 0 ? word : exact, WordClass.Acronym);
        if (Numerals.RomanNumber(word) is > 0 and var number)
        {
            return [surface, new LexiconReading(number.ToString(CultureInfo.InvariantCulture), WordClass.Noun)];
        }

        if (isShort)
        {
            known = [.. Of(known, WordClass.Noun | Proper).Where(reading => reading.Lemma != surface.Lemma && (!GrammaticalWords.Contains(reading.Lemma) || AlsoNouns.Contains(reading.Lemma)))
                .Prepend(surface)];
        }

        if (known.Count > 0)
        {
            // BERNE, CALAIS: a town rather than a form of berner, caler.
            return Of(known, WordClass.Name).Count > 0 && Of(known, WordClass.Noun | Proper) is { Count: > 0 } nouns ? nouns : known;
        }

        queryOnly.Add(exact);
        return _unknown.ByPrefix(spelled) is { Count: > 0 } derived ? [.. derived] : [surface];
    }

    private List<LexiconReading> Guess(string spelled) => _unknown.ByPrefix(spelled) is { Count: > 0 } derived
        ? [.. derived]
        : [new LexiconReading(Characters.Folded(UnknownWords.ByEnding(spelled)), WordClass.Noun)];

    private List<LexiconReading> Look(string spelled)
    {
        var readings = new List<LexiconReading>();
        Add(readings, spelled, _lexicon.Find(spelled));
        return readings;
    }

    private List<LexiconReading> Restore(string exact)
    {
        var readings = new List<LexiconReading>();
        _lexicon.FindAccented(exact, (form, set) => Add(readings, form, set));
        return readings;
    }

    private void Add(List<LexiconReading> readings, ReadOnlySpan<char> form, int set)
    {
        for (var i = 0; set >= 0 && i < _lexicon.Count(set); i++)
        {
            var reading = _lexicon.Reading(form, set, i);
            var twin = readings.FindIndex(other => other.Lemma == reading.Lemma);
            if (twin < 0)
            {
                readings.Add(reading);
            }
            else
            {
                readings[twin] = reading with { Class = reading.Class | readings[twin].Class };
            }
        }
    }

    private WordForms Compound(ReadOnlySpan<char> text)
    {
        var lemma = new StringBuilder();
        var exact = new StringBuilder();
        var scanner = new TextScanner(text);
        var allNumbers = true;
        var last = "";
        while (scanner.MoveNext())
        {
            var token = scanner.Current;
            var part = Analyze(text[token.Start..token.TailStart], token.Kind, opensSentence: false);
            lemma.Append(token.End < text.Length ? WithoutPlural(part) : part.AfterDeterminer[0]);
            exact.Append(last = part.Exact);
            allNumbers &= token.Kind is TokenKind.Number or TokenKind.Time;
        }

        if (allNumbers || (IsClitic(last) && exact.ToString() != Appointment))
        {
            return new WordForms("", "", [new LexiconReading("", WordClass.None)], [], ContextClass.None, false);
        }

        var joined = lemma.ToString();
        var term = Of(Look(joined), Common) is [var known, ..] ? known.Lemma : Characters.Folded(joined);
        return new WordForms(exact.ToString(), term, [new LexiconReading(term, WordClass.Noun)], [], ContextClass.Noun, false);
    }

    /// <summary>Whether a form is a participle and also a noun made of one: <c>assemblée</c>, <c>arrivée</c>, <c>mise</c>.</summary>
    private static bool IsNounOfParticiple(List<LexiconReading> readings) =>
        readings.Exists(reading => (reading.Class & (WordClass.Participle | WordClass.Unlikely)) == WordClass.Participle)
        && readings.Exists(reading => (reading.Class & WordClass.Noun) != 0
            && (reading.Lemma.EndsWith("ée", StringComparison.Ordinal) || reading.Lemma.EndsWith("ise", StringComparison.Ordinal)));

    /// <summary>The first part of a compound as it stands in the singular, its gender kept: <c>plates-formes</c> is plateforme.</summary>
    private static string WithoutPlural(WordForms part) =>
        part.Spelled.Length > 3 && part.Spelled[^1] is 's' or 'x' && part.All[0] != part.Spelled ? part.Spelled[..^1] : part.Spelled;

    private static List<LexiconReading> Of(List<LexiconReading> readings, WordClass classes) => readings.FindAll(reading => (reading.Class & classes) != 0);

    private static WordForms Plain(string term)
    {
        var exact = Characters.Folded(term);
        return new WordForms(exact, exact, [new LexiconReading(term, WordClass.Noun)], [], ContextClass.Determiner, false);
    }

    /// <summary>The characters of a word in composed form, without marks that are not seen, apostrophes, dots and spaces; never empty.</summary>
    private static string Letters(ReadOnlySpan<char> text)
    {
        // Nearly all words are plain Latin letters.
        if (!text.ContainsAnyExcept(PlainLetters))
        {
            return text.ToString();
        }

        var letters = new StringBuilder(text.Length);
        var composed = text.ToString();
        if (!Ascii.IsValid(text) && !composed.IsNormalized(NormalizationForm.FormKC))
        {
            composed = composed.Normalize(NormalizationForm.FormKC);
        }

        foreach (var c in composed)
        {
            if ((char.IsLetterOrDigit(c) && !Characters.Apostrophes.Contains(c)) || char.IsSurrogate(c)
                || CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark)
            {
                letters.Append(c);
            }
        }

        return letters.Length == 0 ? composed : letters.ToString();
    }

    private static Capitals CapitalsOf(string word)
    {
        var upper = 0;
        var letters = 0;
        foreach (var c in word)
        {
            upper += char.IsUpper(c) ? 1 : 0;
            letters += char.IsLetter(c) ? 1 : 0;
        }

        return upper == 0 ? Capitals.None : upper == letters ? Capitals.All : Capitals.Some;
    }

    /// <summary><c>10 000</c> and <c>10.000</c> are 10000, <c>1,5</c> and <c>1.5</c> are 1.5.</summary>
    private static string Number(ReadOnlySpan<char> text)
    {
        var comma = text.IndexOf(',');
        var whole = comma < 0 ? text : text[..comma];
        var digits = new StringBuilder();
        var groups = whole.IndexOf('.');
        var isDecimal = comma < 0 && groups >= 0 && !(whole.Length - whole.LastIndexOf('.') == 4 && groups <= 3 && whole[0] != '0');
        foreach (var c in whole)
        {
            if (char.IsAsciiDigit(c) || (isDecimal && c == '.'))
            {
                digits.Append(c);
            }
        }

        return comma < 0 ? digits.ToString() : digits.Append('.').Append(text[(comma + 1)..]).ToString();
    }

    /// <summary><c>20 h 30</c> and <c>20:30</c> are 20h30, <c>20 h</c> and <c>20h00</c> are 20h.</summary>
    private static string Time(ReadOnlySpan<char> text)
    {
        var digits = new StringBuilder();
        foreach (var c in text)
        {
            if (char.IsAsciiDigit(c))
            {
                digits.Append(c);
            }
            else if (c is 'h' or 'H' or ':')
            {
                digits.Append('h');
            }
        }

        var time = digits.ToString();
        return time.EndsWith("h00", StringComparison.Ordinal) ? time[..^2] : time;
    }

    private enum Capitals
    {
        None,
        Some,
        All,
    }
}
