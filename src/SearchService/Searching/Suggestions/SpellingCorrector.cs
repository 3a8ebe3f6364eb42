using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Lucene.Net.Index;
using SearchService.Analysis;
using SearchService.Analysis.Lexicon;
using SearchService.Articles;

namespace SearchService.Searching.Suggestions;

/// <summary>
/// Finds what a misspelled word was meant to be, among the words of the index. The choice is that of a noisy channel (Kernighan, Church and Gale 1990): how
/// likely the word is, by its articles, times how likely the mistake is, by <see cref="TypoCost"/>. What a dictionary or the corpus knows well is left alone, and so are
/// numbers, acronyms and short words. Safe for all threads.
/// </summary>
public sealed class SpellingCorrector
{
    /// <summary>The shortest word that is corrected beyond its accents, in letters.</summary>
    public const int ShortestWord = 4;

    // So many letters take two edits; fewer only one, and the shortest none that changes the sound.
    private const int ShortestForOneEdit = 5;
    private const int ShortestForTwoEdits = 8;
    private const int LongestWord = 40;
    private const int LongestAcronym = 5;

    // In tenths of an edit. Two edits that nothing explains are too much for any word.
    private const int MaxCostShort = 4;
    private const int MaxCost = 10;
    private const int MaxCostLong = 16;

    // A mistake of one edit weighs as much as being 150 times as frequent (e to the fifth).
    private const double WeightOfTenth = 0.5;

    // A spelling with a few articles, and one in a hundred thousand, is no accident: names that only a region writes about.
    private const int KnownArticles = 3;
    private const int ArticlesPerKnown = 100_000;

    // Rare, and beside a neighbour that is no accident: our choice, on the careful side, since the word is found.
    private const int RareArticles = 2;
    private const int ArticlesPerRare = 25_000;
    private const int TimesAsFrequent = 50;

    // Each is a filtered search for its caller.
    private const int MaxAsked = 8;

    // Of one view, some hundred bytes each; when there are so many all are forgotten, the frequent mistakes are soon there again.
    private const int MaxKept = 4096;

    private readonly ConditionalWeakTable<IndexReader, ConcurrentDictionary<(string Form, int MinFrequency), List<Candidate>>> _kept = [];

    /// <summary>Corrects a word that finds nothing.</summary>
    /// <param name="reader">The view of the index.</param>
    /// <param name="typed">The word as typed, without an elided article.</param>
    /// <param name="isFound">Whether the request's filters let an article through that has this folded form.</param>
    /// <returns>The correction, or null if the word is right, unlike any other, or of a kind that is never corrected.</returns>
    public SpellingCorrection? Correct(IndexReader reader, string typed, Func<string, bool> isFound)
    {
        typed = ArticleText.Clean(typed) ?? "";
        var form = FormOf(typed);
        if (form is null)
        {
            return null;
        }

        var forms = new FormReader(reader);
        if (isFound(form))
        {
            return Accents(forms, typed, form);
        }

        if (form.Length < ShortestWord || IsKnown(typed, form) || forms.Frequency(form) >= KnownFrom(reader))
        {
            return null;
        }

        var near = Candidates(forms, form, minFrequency: 1, KnownFrom(reader));
        var best = near.Find(candidate => isFound(candidate.Form));
        if (best is { Cost: <= TypoCost.SoundsAlike + TypoCost.SoundsAlike } || WordSpacing.Split(forms, form, isFound) is not { } split)
        {
            return best is null ? null : new SpellingCorrection(SurfaceForms.Of(forms, best.Form), best.Form, SpellingCause.Typo);
        }

        return split;
    }

    /// <summary>Finds a much more frequent spelling near a word that is found, but rarely. To be offered, not applied.</summary>
    /// <param name="reader">The view of the index.</param>
    /// <param name="typed">The word as typed, without an elided article.</param>
    /// <param name="isFound">Whether the request's filters let an article through that has this folded form.</param>
    public SpellingCorrection? CorrectRare(IndexReader reader, string typed, Func<string, bool> isFound)
    {
        typed = ArticleText.Clean(typed) ?? "";
        var form = FormOf(typed);
        if (form is null || form.Length < ShortestForOneEdit || IsKnown(typed, form))
        {
            return null;
        }

        var forms = new FormReader(reader);
        var frequency = forms.Frequency(form);
        if (frequency > RareArticles + (reader.NumDocs / ArticlesPerRare))
        {
            return null;
        }

        var best = Candidates(forms, form, TimesAsFrequent * Math.Max(1, frequency), KnownFrom(reader))
            .Find(candidate => isFound(candidate.Form));
        return best is null ? null : new SpellingCorrection(SurfaceForms.Of(forms, best.Form), best.Form, SpellingCause.Typo);
    }

    /// <summary>Joins two neighbouring words of a query that are one: <c>porte feuille</c>, <c>micro soft</c>.</summary>
    /// <param name="reader">The view of the index.</param>
    /// <param name="first">The first word as typed.</param>
    /// <param name="second">The word behind it.</param>
    /// <param name="isFound">Whether the request's filters let an article through that has this folded form.</param>
    public SpellingCorrection? CorrectPair(IndexReader reader, string first, string second, Func<string, bool> isFound) =>
        FormOf(first) is { } one && FormOf(second) is { } other ? WordSpacing.Join(new FormReader(reader), one, other, isFound) : null;

    /// <summary>From how many articles on a form is no mistake.</summary>
    internal static int KnownFrom(IndexReader reader) => KnownArticles + (reader.NumDocs / ArticlesPerKnown);

    /// <summary>What a form may stand for, itself left aside: as many as may be asked for, best first. A walk over the words of the index, so it is kept with the view.</summary>
    private List<Candidate> Candidates(FormReader forms, string form, int minFrequency, int known)
    {
        var kept = _kept.GetOrCreateValue(forms.Reader);
        if (!kept.TryGetValue((form, minFrequency), out var candidates))
        {
            if (kept.Count >= MaxKept)
            {
                kept.Clear();
            }

            candidates = [.. FindCandidates(forms, form, minFrequency, known).Where(candidate => candidate.Form != form).Take(MaxAsked)];
            kept[(form, minFrequency)] = candidates;
        }

        return candidates;
    }

    private static List<Candidate> FindCandidates(FormReader forms, string form, int minFrequency, int known)
    {
        var frequencies = new Dictionary<string, int>(StringComparer.Ordinal);
        SpellingCandidates.AddNear(forms, form, frequencies);
        var ranked = Rank(form, frequencies, minFrequency);
        if (form.Length >= ShortestForOneEdit && !ranked.Exists(candidate => candidate.Form != form && candidate.Frequency >= known))
        {
            SpellingCandidates.AddFar(forms, form, twoEdits: form.Length >= ShortestForTwoEdits, frequencies);
            ranked = Rank(form, frequencies, minFrequency);
        }

        return ranked;
    }

    private static List<Candidate> Rank(string form, Dictionary<string, int> frequencies, int minFrequency)
    {
        var limit = form.Length < ShortestForOneEdit || LacksOnlyAccents(form) ? MaxCostShort : form.Length < ShortestForTwoEdits ? MaxCost : MaxCostLong;
        var ranked = new List<Candidate>();
        foreach (var (other, frequency) in frequencies)
        {
            if (frequency >= minFrequency && other.Length >= Math.Min(ShortestForOneEdit, form.Length) && !other.AsSpan().ContainsAnyInRange('0', '9')
                && TypoCost.Between(form, other) is var cost && cost <= limit)
            {
                ranked.Add(new Candidate(other, cost, frequency, Math.Log(1 + frequency) - (WeightOfTenth * cost)));
            }
        }

        ranked.Sort((left, right) => right.Score != left.Score ? right.Score.CompareTo(left.Score) : string.CompareOrdinal(left.Form, right.Form));
        return ranked;
    }

    /// <summary>The accents that the articles write, where the word has none or is no word with those it has.</summary>
    private static SpellingCorrection? Accents(FormReader forms, string typed, string form)
    {
        if (Characters.Spelled(typed) is var spelled && spelled != form && FrenchLexicon.Default.Find(spelled) >= 0)
        {
            return null;
        }

        var written = SurfaceForms.Of(forms, form);
        return Characters.Spelled(written) == spelled ? null : new SpellingCorrection(written, form, SpellingCause.Accent);
    }

    /// <summary>The folded form of a word that may be corrected: Latin letters only, no acronym, no word of grammar; else null.</summary>
    private static string? FormOf(string typed)
    {
        if (typed.Length is < 2 or > LongestWord || !typed.All(char.IsLetter) || (typed.Length <= LongestAcronym && !typed.AsSpan().ContainsAnyExceptInRange('A', 'Z')))
        {
            return null;
        }

        var form = Characters.Folded(typed);
        return form.AsSpan().ContainsAnyExceptInRange('a', 'z') || GrammaticalWords.Contains(Characters.Spelled(typed)) ? null : form;
    }

    /// <summary>Whether the word stands in the dictionary as it was typed; without its accents it may still be a mistake (presidant, of présider).</summary>
    private static bool IsKnown(string typed, string form)
    {
        var spelled = Characters.Spelled(typed);
        return FrenchLexicon.Default.Find(spelled) >= 0 || FrenchLexicon.Default.Find(form) >= 0;
    }

    /// <summary>Whether accents alone make it a word of the dictionary: it may be that word, so only what sounds alike is near enough.</summary>
    private static bool LacksOnlyAccents(string form)
    {
        var any = false;
        FrenchLexicon.Default.FindAccented(form, (_, _) => any = true);
        return any;
    }

    private sealed record Candidate(string Form, int Cost, int Frequency, double Score);
}
