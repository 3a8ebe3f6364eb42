using SearchService.Analysis.Lexicon;
using SearchService.Analysis.Tokens;

namespace SearchService.Analysis.Lemmas;

/// <summary>
/// The little words that tell whether a noun or a verb follows, and the choice they make. One word back is enough for most of news; a reading is
/// dropped only where the other is plain.
/// </summary>
internal static class ContextWords
{
    private static readonly Dictionary<string, ContextClass> Words = Load();

    /// <summary>What a word tells of the next.</summary>
    public static ContextClass Of(string spelled, IReadOnlyList<LexiconReading> readings) =>
        Words.TryGetValue(spelled, out var known) ? known
        : (readings[0].Class & WordClass.Noun) != 0 && readings[0].Lemma.Length > 3 ? ContextClass.Noun
        : ContextClass.None;

    /// <summary>The lemmas of a word at its place.</summary>
    /// <param name="word">The word.</param>
    /// <param name="elided">The word elided before it.</param>
    /// <param name="before">The word before, if it is in the same sentence.</param>
    /// <param name="beforeThat">The word before that.</param>
    public static string[] Choose(WordForms word, Elided elided, ContextClass before, ContextClass beforeThat)
    {
        if (!word.IsAmbiguous)
        {
            return word.All;
        }

        var context = elided switch
        {
            Elided.Article => ContextClass.Article,
            Elided.Preposition => ContextClass.Determiner,
            Elided.Pronoun => ContextClass.Pronoun,
            Elided.Conjunction => ContextClass.None,
            _ => before,
        };
        if (context == ContextClass.Article)
        {
            var subject = elided == Elided.Article ? before : beforeThat;
            context = subject is ContextClass.Pronoun ? ContextClass.Pronoun : ContextClass.Determiner;
        }

        return context switch
        {
            ContextClass.Determiner => word.AfterDeterminer,
            ContextClass.Pronoun => word.AfterPronoun,
            ContextClass.Auxiliary => word.AfterAuxiliary,
            ContextClass.En => word.AfterEn,
            ContextClass.Noun => word.AfterNoun,
            _ => word.All,
        };
    }

    private static Dictionary<string, ContextClass> Load()
    {
        var words = new Dictionary<string, ContextClass>(StringComparer.Ordinal);
        Add(ContextClass.Article, "le la les leur");
        Add(ContextClass.Determiner, "un une des du au aux ce cet cette ces mon ma mes ton ta tes son sa ses notre nos votre vos leurs quel quelle quels quelles "
            + "chaque quelques plusieurs aucun aucune certains certaines deux trois quatre cinq six sept huit neuf dix cent mille "
            + "de à par sans avec sur sous dans contre vers chez selon dès entre depuis pendant première premier nouvelle nouveau grande petit petite");
        Add(ContextClass.En, "en");
        Add(ContextClass.Pronoun, "je tu il elle on nous vous ils elles qui ne n se s y me te j");
        Add(ContextClass.Auxiliary, "ai as a avons avez ont avait avaient aura auront aurait auraient eu ayant avoir est sont été était étaient "
            + "sera seront serait seraient fut furent être étant soit soient suis sommes serons");
        return words;

        void Add(ContextClass context, string list)
        {
            foreach (var word in list.Split(' '))
            {
                words.Add(word, context);
            }
        }
    }
}
