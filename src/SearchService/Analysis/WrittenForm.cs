using SearchService.Analysis.Lexicon;
using SearchService.Analysis.Tokens;

namespace SearchService.Analysis;

/// <summary>How a word should be shown: with its accents, and with capitals where it is a name and not where a sentence starts.</summary>
public static class WrittenForm
{
    // Up to this many capitals are an acronym as they stand; more may be a label in capitals (URGENT).
    private const int LongestAcronym = 4;

    /// <summary>The form of a word in its text, as another text would write it.</summary>
    /// <param name="text">The text.</param>
    /// <param name="word">One of its words.</param>
    /// <param name="allCapitals">Whether the text is several words in capitals.</param>
    /// <returns>The form, or null where the place does not tell: a capital at the start of a sentence, a text in capitals.</returns>
    public static string? At(ReadOnlySpan<char> text, in AnalyzedWord word, bool allCapitals)
    {
        var written = text[word.Start..word.End];
        var spelled = word.Forms.Spelled;
        if (allCapitals)
        {
            return null;
        }

        if (!char.IsUpper(written[0]))
        {
            return IsPlain(written) ? written.ToString() : spelled;
        }

        var classes = ClassesOf(spelled);
        var isCommon = (classes & (WordClass.Noun | WordClass.Verb)) != 0;
        if (written.Length > 1 && !written.ContainsAnyExceptInRange('A', 'Z'))
        {
            return isCommon && written.Length > LongestAcronym ? null : written.ToString();
        }

        if (isCommon && OpensSentence(text, word.Start))
        {
            // Marine, Pierre: a name or a word, nobody knows here.
            return (classes & WordClass.Name) != 0 ? null : spelled;
        }

        return IsPlain(written) ? written.ToString() : null;
    }

    /// <summary>The form of a word of which no text is known: with the accents and the capital of the dictionary.</summary>
    /// <param name="folded">The word without case and accents.</param>
    public static string Of(string folded)
    {
        var lexicon = FrenchLexicon.Default;
        var best = lexicon.Find(folded) >= 0 ? folded : null;
        if (best is null)
        {
            lexicon.FindAccented(folded, (form, _) => best ??= form.ToString());
        }

        var classes = best is null ? WordClass.None : ClassesOf(best);
        return best is null ? folded
            : (classes & (WordClass.Noun | WordClass.Verb)) != 0 ? best
            : (classes & WordClass.Acronym) != 0 ? best.ToUpperInvariant()
            : (classes & WordClass.Name) != 0 ? char.ToUpperInvariant(best[0]) + best[1..]
            : best;
    }

    /// <summary>A word in lower case if the dictionary knows it only as a word, not as a name.</summary>
    public static string WithoutCapital(string written)
    {
        var spelled = Characters.Spelled(written);
        var classes = ClassesOf(spelled);
        return (classes & (WordClass.Noun | WordClass.Verb)) != 0 && (classes & (WordClass.Name | WordClass.Acronym)) == 0 ? spelled : written;
    }

    /// <summary>The classes of all readings of a form; none of a form that the dictionary does not know.</summary>
    /// <param name="spelled">The form in lower case with its accents.</param>
    public static WordClass ClassesOf(string spelled)
    {
        var classes = WordClass.None;
        var lexicon = FrenchLexicon.Default;
        if (lexicon.Find(spelled) is >= 0 and var set)
        {
            for (var i = 0; i < lexicon.Count(set); i++)
            {
                classes |= lexicon.Reading(spelled, set, i).Class;
            }
        }

        return classes;
    }

    private static bool OpensSentence(ReadOnlySpan<char> text, int start)
    {
        var before = text[..start];
        while (before.Length > 0)
        {
            var c = before[^1];
            if (CharacterClass.EndsSentence(c))
            {
                return true;
            }

            // An elided article belongs to the word: in "L'Élysée annonce" it is the article that opens.
            if (char.IsLetterOrDigit(c) || Characters.Apostrophes.Contains(c))
            {
                return false;
            }

            before = before[..^1];
        }

        return true;
    }

    /// <summary>Whether a word is nothing but letters, digits and inner apostrophes: no mark of gender, nothing invisible.</summary>
    private static bool IsPlain(ReadOnlySpan<char> written)
    {
        foreach (var c in written)
        {
            if (!char.IsLetterOrDigit(c) && !Characters.Apostrophes.Contains(c))
            {
                return false;
            }
        }

        return true;
    }
}
