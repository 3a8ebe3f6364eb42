using SearchService.Analysis;
using SearchService.Analysis.Lexicon;

namespace SearchService.Lexicon;

/// <summary>
/// Which readings of a form are kept: a dictionary lists all that is possible, a reader means what is likely. General rules first, then the
/// decisions of <c>Readings.fr.txt</c>, whose head tells its format.
/// </summary>
internal sealed class ReadingRules
{
    private const WordClass Proper = WordClass.Name | WordClass.Acronym;

    private readonly Dictionary<string, List<Reading>> _forms = new(StringComparer.Ordinal);
    private readonly HashSet<(string Lemma, bool Verb)> _rare = [];

    /// <summary>Reads the decisions.</summary>
    /// <exception cref="FormatException">A line is not understood; the message names it.</exception>
    public static ReadingRules Read(IEnumerable<string> lines)
    {
        var rules = new ReadingRules();
        var number = 0;
        foreach (var line in lines)
        {
            number++;
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            if (line[0] == '-')
            {
                var (lemma, wordClass) = Parse(line[1..], number);
                rules._rare.Add((lemma, wordClass != WordClass.Noun));
                continue;
            }

            var parts = line.Split('\t');
            if (parts.Length != 2 || FormTable.Spell(parts[0]) is not { } form)
            {
                throw new FormatException($"Line {number} of the readings is neither \"form<TAB>lemma:class …\" nor \"-lemma:class\".");
            }

            var readings = parts[1].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(reading => Parse(reading, number))
                .Select(reading => new Reading(reading.Lemma, reading.Class, false)).ToList();
            if (!rules._forms.TryAdd(form, readings))
            {
                throw new FormatException($"Line {number} of the readings: \"{form}\" stands there twice.");
            }
        }

        return rules;
    }

    /// <summary>Applies the rules to all forms; names are left as they are.</summary>
    public void Apply(FormTable table)
    {
        MergeAccentVariants(table);
        RestoreAccents(table);
        foreach (var (form, readings) in table.Forms)
        {
            Drop(readings, IsRare, unless: other => !IsRare(other));
            MarkUnlikely(readings);

            // The likely reading first: the word itself, another noun, a verb, a name.
            var ordered = readings.OrderBy(reading => Order(form, reading)).ThenBy(reading => reading.Lemma, StringComparer.Ordinal).ToList();
            readings.Clear();
            readings.AddRange(ordered);
        }

        foreach (var (form, decided) in _forms)
        {
            // What the decision leaves out stays possible where the context says so: "nous portions", "a marché".
            var others = table.Forms.TryGetValue(form, out var former)
                ? former.Where(reading => decided.TrueForAll(other => other.Lemma != reading.Lemma) && (reading.Class & (Proper | WordClass.Verb)) != 0)
                    .Select(reading => (reading.Class & Proper) != 0 ? reading : reading with { Class = reading.Class | WordClass.Unlikely }).ToList()
                : [];
            var names = former?.Where(reading => (reading.Class & Proper) != 0).ToLookup(reading => reading.Lemma, reading => reading.Class & Proper);
            table.Set(form, decided.Select(reading => reading with { Class = reading.Class | (names?[reading.Lemma].FirstOrDefault() ?? WordClass.None) })
                .Concat(others).ToList());
        }
    }

    private static int Order(string form, Reading reading) => reading.Class switch
    {
        var c when (c & WordClass.Noun) != 0 => reading.Lemma == form ? 0 : 1,
        var c when (c & WordClass.Verb) != 0 => 2,
        _ => 3,
    };

    private bool IsRare(Reading reading) =>
        (reading.Class & Proper) == 0 && _rare.Contains((reading.Lemma, (reading.Class & WordClass.Verb) != 0 && (reading.Class & WordClass.Noun) == 0));

    private static void Drop(List<Reading> readings, Func<Reading, bool> unlikely, Func<Reading, bool> unless)
    {
        if (readings.Count > 1 && readings.Exists(reading => (reading.Class & ~Proper) != 0 && !unlikely(reading) && unless(reading)))
        {
            readings.RemoveAll(reading => unlikely(reading));
        }
    }

    /// <summary>Rare persons of a verb are unlikely where the form is also a noun.</summary>
    private static void MarkUnlikely(List<Reading> readings)
    {
        if (readings.Exists(reading => (reading.Class & WordClass.Noun) != 0))
        {
            for (var i = 0; i < readings.Count; i++)
            {
                readings[i] = readings[i].Weak ? readings[i] with { Class = readings[i].Class | WordClass.Unlikely } : readings[i];
            }
        }
    }

    /// <summary>
    /// Two words of the dictionary that differ only by é and è (événement, évènement: the spelling of 1990 and the one before) are one lemma, the older.
    /// </summary>
    private static void MergeAccentVariants(FormTable table)
    {
        var lemmas = table.Forms.Values.SelectMany(readings => readings).Where(reading => (reading.Class & Proper) == 0)
            .Select(reading => reading.Lemma).ToHashSet(StringComparer.Ordinal);
        var older = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var lemma in lemmas)
        {
            // Inside the word only: at its end (succès, succédé) and before a double consonant the accent is not a matter of spelling reform.
            for (var at = lemma.IndexOf('è', StringComparison.Ordinal); at >= 0 && at < lemma.Length - 2; at = lemma.IndexOf('è', at + 1))
            {
                var variant = string.Concat(lemma.AsSpan(0, at), "é", lemma.AsSpan(at + 1));
                if (lemmas.Contains(variant))
                {
                    older[lemma] = variant;
                }
            }
        }

        foreach (var readings in table.Forms.Values)
        {
            for (var i = readings.Count - 1; i >= 0; i--)
            {
                if ((readings[i].Class & Proper) == 0 && older.TryGetValue(readings[i].Lemma, out var lemma))
                {
                    var merged = readings[i] with { Lemma = lemma };
                    readings.RemoveAt(i);
                    var twin = readings.FindIndex(reading => reading.Lemma == lemma);
                    if (twin >= 0)
                    {
                        readings[twin] = readings[twin] with { Class = readings[twin].Class | merged.Class };
                    }
                    else
                    {
                        readings.Add(merged);
                    }
                }
            }
        }
    }

    /// <summary>
    /// A form without accents that is itself only a rare form of a verb (<c>boites</c>, <c>voila</c>) is read as the word with accents that people mean.
    /// </summary>
    private static void RestoreAccents(FormTable table)
    {
        var accented = table.Forms.Where(form => form.Value.Exists(reading => !reading.Weak && (reading.Class & Proper) == 0))
            .Where(form => Characters.Folded(form.Key) != form.Key).ToLookup(form => Characters.Folded(form.Key), form => form.Value);
        foreach (var (form, readings) in table.Forms)
        {
            if (readings.TrueForAll(reading => reading.Weak) && accented.Contains(form))
            {
                var meant = accented[form].SelectMany(other => other).DistinctBy(reading => reading.Lemma).ToList();
                readings.Clear();
                readings.AddRange(meant);
            }
        }
    }

    private static (string Lemma, WordClass Class) Parse(string text, int line)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var wordClass = colon < 1 ? WordClass.None : text[(colon + 1)..] switch
        {
            "n" => WordClass.Noun,
            "f" => WordClass.Finite,
            "p" => WordClass.Participle,
            "a" => WordClass.PresentParticiple,
            "i" => WordClass.Infinitive,
            "v" => WordClass.Verb,
            _ => WordClass.None,
        };
        return wordClass != WordClass.None && FormTable.Spell(text[..colon]) is { } lemma
            ? (lemma, wordClass)
            : throw new FormatException($"Line {line} of the readings: \"{text}\" is not \"lemma:class\" with a class of n f p a i v.");
    }
}
