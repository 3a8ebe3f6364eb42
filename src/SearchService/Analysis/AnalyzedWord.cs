using SearchService.Analysis.Lemmas;

namespace SearchService.Analysis;

/// <summary>A word of an analysed text; its position is its number.</summary>
/// <param name="Start">Where it starts in the text, in UTF-16 units, without an elided article.</param>
/// <param name="End">Where it ends, exclusive.</param>
/// <param name="Forms">Everything known of the word.</param>
/// <param name="Lemmas">The lemmas it has at its place, one at least; not to be changed.</param>
/// <param name="Compound">The hyphenated word that starts with it, joined (<c>porte-avions</c>: porteavion), or null.</param>
/// <param name="CompoundEnd">Where the hyphenated word ends that starts with it, exclusive, or 0.</param>
public readonly record struct AnalyzedWord(int Start, int End, WordForms Forms, string[] Lemmas, string? Compound, int CompoundEnd)
{
    /// <summary>The terms of the word at a level: one at the exact and stem level, its lemmas and then its joined form at the lemma level.</summary>
    /// <param name="level">The level.</param>
    /// <param name="number">Which term, from 0.</param>
    /// <returns>The term, or null if there are no more.</returns>
    public string? Term(AnalysisLevel level, int number)
    {
        if (level != AnalysisLevel.Lemma)
        {
            return number > 0 ? null : level == AnalysisLevel.Exact ? Forms.Exact : Forms.Stem;
        }

        // Most words have one reading: it stands with what was just read, the array would be one more place in memory.
        if (!Forms.IsAmbiguous)
        {
            return number == 0 ? Forms.FirstLemma : number == 1 ? Compound : null;
        }

        return number < Lemmas.Length ? Lemmas[number] : number == Lemmas.Length ? Compound : null;
    }
}
