using SearchService.Analysis.Lexicon;

namespace SearchService.Lexicon;

/// <summary>Spells out every form of every word of a dictionary.</summary>
internal static class Inflection
{
    // The classes of nouns and adjectives in dictionary-fr; every other suffix class conjugates.
    private static readonly HashSet<string> NounFlags = new(StringComparer.Ordinal)
    {
        "S.", "S=", "X.", "A.", "I.", "F.", "Fs", "Fc", "Fe", "Gs", "Gc", "Ge", "Go", "F+", "Fx", "W.", "Wx", "U.",
    };

    private static readonly HashSet<string> ParticipleFlags = new(StringComparer.Ordinal) { "p+", "p.", "q+", "q." };

    private const string NeedsAffix = "()";
    private const string Forbidden = "{}";
    private const string KeepsCase = "||"; // units and symbols: no words

    /// <summary>All forms.</summary>
    public static FormTable Expand(HunspellDictionary dictionary)
    {
        var table = new FormTable();
        foreach (var (word, flags) in dictionary.Entries)
        {
            if (flags.Contains(KeepsCase) || flags.Contains(Forbidden))
            {
                continue;
            }

            var name = NameClass(word);
            var inflected = false;
            foreach (var flag in flags)
            {
                foreach (var rule in dictionary.Suffixes(flag))
                {
                    inflected = true;
                    if (rule.Apply(word) is { } form)
                    {
                        AddForm(table, word, form, flag, rule, name);
                    }
                }

                foreach (var prefix in dictionary.Prefixes(flag))
                {
                    AddPrefixed(table, dictionary, word, prefix);
                }
            }

            if (!inflected && !flags.Contains(NeedsAffix))
            {
                table.Add(word, word, name);
            }
        }

        return table;
    }

    private static WordClass NameClass(string word) => !char.IsUpper(word[0]) ? WordClass.Noun
        : word.Any(char.IsLower) ? WordClass.Name
        : WordClass.Acronym;

    private static void AddForm(FormTable table, string word, string form, string flag, AffixRule rule, WordClass name)
    {
        if (name != WordClass.Noun || NounFlags.Contains(flag))
        {
            table.Add(form, word, name);
            return;
        }

        var (wordClass, weak) = VerbForm(word, form, flag, rule.Flags);
        table.Add(form, word, wordClass, weak);
    }

    /// <summary>
    /// Which form of the verb it is. The dictionary does not say so, but names the elided pronouns that may stand before it: j' before the first
    /// person, s' before the third, m' and t' without either before the second, d' before infinitive and present participle, the articles
    /// before past participles.
    /// </summary>
    private static (WordClass Class, bool Weak) VerbForm(string word, string form, string flag, IReadOnlyList<string> elided)
    {
        if (form == word)
        {
            return (WordClass.Infinitive, false);
        }

        if (ParticipleFlags.Contains(flag) || elided.Contains("L'") || elided.Contains("D'") || elided is ["q'"])
        {
            return (WordClass.Participle, false);
        }

        if (elided.Contains("d'"))
        {
            return (WordClass.PresentParticiple, false);
        }

        var secondPerson = elided.Count > 0 && !elided.Contains("s'") && !elided.Contains("j'");
        return (WordClass.Finite, secondPerson || IsPastHistoric(word, form));
    }

    /// <summary><c>opéra</c>, <c>visa</c>, <c>cuba</c>: the past historic of verbs in -er, which is literary.</summary>
    private static bool IsPastHistoric(string word, string form) =>
        word.EndsWith("er", StringComparison.Ordinal) && form.Length <= word.Length && form.EndsWith('a') && !form.EndsWith("era", StringComparison.Ordinal);

    /// <summary>Multiples and parts of units: <c>kilogramme</c>, <c>milliampères</c>.</summary>
    private static void AddPrefixed(FormTable table, HunspellDictionary dictionary, string word, AffixRule prefix)
    {
        if (!prefix.Flags.Contains("S.") || prefix.Add.Contains('\'', StringComparison.Ordinal))
        {
            return;
        }

        var prefixed = prefix.Add + word;
        foreach (var rule in dictionary.Suffixes("S."))
        {
            if (rule.Apply(prefixed) is { } form)
            {
                table.Add(form, prefixed, WordClass.Noun);
            }
        }
    }
}
