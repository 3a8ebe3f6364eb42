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

    /// <summary>Adds the forms one edit away, and those that sound alike.</summary>
    public static void AddNear(FormReader forms, string form, Dictionary<string, int> candidates)
    {
        forms.Collect(new LevenshteinAutomata(form, withTranspositions: true).ToAutomaton(1), candidates);
        var variants = Variants(form);
        if (variants.Count > 0)
        {
            // The builder of the automaton wants its strings in the order of their bytes.
            forms.Collect(BasicAutomata.MakeStringUnion([.. variants.Order(StringComparer.Ordinal).Select(variant => new BytesRef(variant))]), candidates);
        }
    }

    /// <summary>Adds the forms two edits away that start with the same letter.</summary>
    public static void AddFar(FormReader forms, string form, Dictionary<string, int> candidates) => forms.Collect(
        BasicOperations.Concatenate(BasicAutomata.MakeString(form[..1]), new LevenshteinAutomata(form[1..], withTranspositions: true).ToAutomaton(2)), candidates);

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
