using System.Text;
using SearchService.Analysis;
using SearchService.Analysis.Lexicon;

namespace SearchService.Lexicon;

/// <summary>All forms with their readings, spelled as terms are: lower case, French accents, ligatures as two letters, no apostrophe.</summary>
internal sealed class FormTable
{
    private readonly SortedDictionary<string, List<Reading>> _readings = new(StringComparer.Ordinal);

    /// <summary>The forms in ordinal order with their readings.</summary>
    public IReadOnlyDictionary<string, List<Reading>> Forms => _readings;

    /// <summary>The spelling of a word in the lexicon, or null if it has characters that no single word of the analysis has (hyphens, digits, spaces).</summary>
    public static string? Spell(string word)
    {
        var spelled = new StringBuilder(word.Length);
        foreach (var c in word.Normalize(NormalizationForm.FormC))
        {
            if (Characters.Apostrophes.Contains(c))
            {
                continue;
            }

            if (!char.IsLetter(c))
            {
                return null;
            }

            Characters.AppendSpelled(spelled, c);
        }

        return spelled.Length == 0 ? null : spelled.ToString();
    }

    /// <summary>Adds a reading; the same lemma twice is one reading of both classes. Words that cannot be spelled are left out.</summary>
    public void Add(string form, string lemma, WordClass wordClass, bool weak = false)
    {
        if (Spell(form) is not { } spelled || Spell(lemma) is not { } spelledLemma)
        {
            return;
        }

        var readings = At(spelled);
        for (var i = 0; i < readings.Count; i++)
        {
            if (readings[i].Lemma == spelledLemma)
            {
                readings[i] = new Reading(spelledLemma, readings[i].Class | wordClass, readings[i].Weak && weak);
                return;
            }
        }

        readings.Add(new Reading(spelledLemma, wordClass, weak));
    }

    /// <summary>Sets all readings of a form.</summary>
    public void Set(string form, IEnumerable<Reading> readings)
    {
        var list = At(form);
        list.Clear();
        list.AddRange(readings);
    }

    private List<Reading> At(string form)
    {
        if (!_readings.TryGetValue(form, out var readings))
        {
            _readings.Add(form, readings = []);
        }

        return readings;
    }
}
