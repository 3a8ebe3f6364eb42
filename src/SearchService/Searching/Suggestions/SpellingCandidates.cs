using Lucene.Net.Util;
using Lucene.Net.Util.Automaton;

namespace SearchService.Searching.Suggestions;

/// <summary>
/// The forms of the index that a misspelled form may stand for. Levenshtein automata (Schulz and Mihov 2002, as Lucene builds them) run over the
/// dictionary of terms and read only what can still match; what French confuses by more letters than they allow is spelled out.
/// </summary>
internal static class SpellingCandidates
{
    // Two confusions in one word: with more, everything sounds like everything.
    private const int MaxConfusions = 2;
    private const int MaxVariants = 400;

    /// <summary>Adds the forms one edit away that start with the same letter, and those that sound alike: few blocks of the dictionary are read for them.</summary>
    public static void AddNear(FormReader forms, string form, Dictionary<string, int> candidates)
    {
        var near = Within(1, form[1..], form[..1]);

        // The builder of the automaton wants its strings in the order of their bytes.
        var variants = Variants(form).Order(StringComparer.Ordinal).Select(variant => new BytesRef(variant)).ToList();
        forms.Collect(variants.Count == 0 ? near : BasicOperations.Union(near, BasicAutomata.MakeStringUnion(variants)), candidates);
    }

    /// <summary>Adds the forms one edit away with any first letter, and if asked those two edits away with the same.</summary>
    public static void AddFar(FormReader forms, string form, bool twoEdits, Dictionary<string, int> candidates)
    {
        var far = Within(1, form, "");
        forms.Collect(twoEdits ? BasicOperations.Union(far, Within(2, form[1..], form[..1])) : far, candidates);
    }

    private static Automaton Within(int edits, string form, string prefix)
    {
        var automaton = new LevenshteinAutomata(form, withTranspositions: true).ToAutomaton(edits);
        return prefix.Length == 0 ? automaton : BasicOperations.Concatenate(BasicAutomata.MakeString(prefix), automaton);
    }

    /// <summary>What sounds like a form: up to two groups of letters in the place of others.</summary>
    internal static IReadOnlyCollection<string> Variants(string form)
    {
        var variants = new HashSet<string>(StringComparer.Ordinal);
        var last = new List<(string Text, int From)> { (form, 0) };
        for (var i = 0; i < MaxConfusions; i++)
        {
            var next = new List<(string, int)>();
            foreach (var (text, from) in last)
            {
                foreach (var (letters, others) in TypoCost.Confusions)
                {
                    for (var at = text.IndexOf(letters, from, StringComparison.Ordinal); at >= 0; at = text.IndexOf(letters, at + 1, StringComparison.Ordinal))
                    {
                        if (variants.Count == MaxVariants)
                        {
                            return variants;
                        }

                        var variant = string.Concat(text.AsSpan(0, at), others, text.AsSpan(at + letters.Length));
                        if (variants.Add(variant))
                        {
                            next.Add((variant, at + others.Length));
                        }
                    }
                }
            }

            last = next;
        }

        return variants;
    }
}
