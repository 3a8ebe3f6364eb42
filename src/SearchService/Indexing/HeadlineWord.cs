using SearchService.Analysis;
using SearchService.Analysis.Tokens;

namespace SearchService.Indexing;

/// <summary>
/// A word of a headline as a value of <see cref="IndexSchema.HeadlineWords"/>: its folded form, and its spelling behind U+0001 if it is another. Values
/// of one form stand together in the order of the index. Words of grammar, numbers and single letters have none.
/// </summary>
public static class HeadlineWord
{
    private const char Separator = '\u0001';
    private const int MinLength = 2;
    private const int MaxLength = 40;

    /// <summary>The values of the words of a headline, each once.</summary>
    /// <param name="headline">The headline.</param>
    /// <param name="analysis">Its analysis.</param>
    public static IReadOnlyCollection<string> AllIn(string headline, FrenchText analysis)
    {
        var values = new HashSet<string>(StringComparer.Ordinal);
        foreach (ref readonly var word in analysis.AnalyzedWords)
        {
            if (word.Compound is not null)
            {
                Add(values, Joined(headline[word.Start..word.CompoundEnd]), CompoundAt(headline, word, analysis));
            }

            if (!word.Forms.IsGrammatical)
            {
                Add(values, word.Forms.Exact, WrittenForm.At(headline, word, analysis.IsAllCapitals));
            }
        }

        return values;
    }

    /// <summary>Takes a value apart.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The folded form, and the spelling or null if the headline does not tell it.</returns>
    public static (string Form, string? Written) Parse(string value)
    {
        var separator = value.IndexOf(Separator);
        return separator < 0 ? (value, value) : (value[..separator], separator == value.Length - 1 ? null : value[(separator + 1)..]);
    }

    /// <summary>The folded form of a hyphenated word without its hyphens.</summary>
    /// <param name="compound">The word, or the start of it.</param>
    public static string Joined(string compound) =>
        string.Concat(Characters.Folded(compound).Where(c => !CharacterClass.IsHyphen(c) && !Characters.Apostrophes.Contains(c)));

    private static void Add(HashSet<string> values, string form, string? written)
    {
        // The form of "dû" is that of "du": nobody could tell them apart by it.
        if (form.Length is >= MinLength and <= MaxLength && IsWord(form) && !GrammaticalWords.Contains(form))
        {
            values.Add(written == form ? form : form + Separator + written);
        }
    }

    /// <summary>Letters and digits of the basic plane, a letter first.</summary>
    private static bool IsWord(string form)
    {
        foreach (var c in form)
        {
            if (!char.IsLetterOrDigit(c))
            {
                return false;
            }
        }

        return char.IsLetter(form[0]);
    }

    /// <summary>A hyphenated word: a name as written, another one as in the middle of a sentence.</summary>
    private static string? CompoundAt(string headline, in AnalyzedWord word, FrenchText analysis)
    {
        var rest = headline[word.End..word.CompoundEnd];
        var first = WrittenForm.At(headline, word, analysis.IsAllCapitals);
        return analysis.IsAllCapitals ? null
            : rest.Length > 1 && char.IsUpper(rest[1]) ? headline[word.Start..word.CompoundEnd]
            : first is null ? null : first + rest;
    }
}
