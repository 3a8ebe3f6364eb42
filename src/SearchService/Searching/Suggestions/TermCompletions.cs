using SearchService.Analysis;
using SearchService.Analysis.Lexicon;

namespace SearchService.Searching.Suggestions;

/// <summary>Completes the last word of a text: with the words of headlines, and where they have few, with any words of the articles. For one request.</summary>
internal sealed class TermCompletions(FormReader forms, SuggestionSegments segments)
{
    // The words of headlines are what people ask for; beside fewer than this, other words of the articles are offered too.
    private const int FewWords = 10;
    private const int FormsReadPerField = 64;

    private readonly ArticleCounter _counter = new(forms, segments);
    private readonly int _newestOfAll = forms.Segments.Select(segment => segments.Of(segment.AtomicReader).Words.Newest).DefaultIfEmpty(PublicationMinutes.Undated).Max();

    /// <summary>Completions of a word, or a hyphenated word, that has no word of meaning before it.</summary>
    public List<Suggestion> Alone(TypedText typed, int size)
    {
        var found = new List<Suggestion>();
        if (typed.Compound is { } compound)
        {
            Add(found, typed with { BehindArticle = false }, compound.Before, InHeadlines(compound.Prefix, size), size);
        }

        if (typed.Meaningful.Count == 0)
        {
            Add(found, typed, typed.Before, InHeadlines(typed.Prefix, size), size);
            if (found.Count < Math.Min(size, FewWords))
            {
                Add(found, typed, typed.Before, InTexts(typed.Prefix), Math.Min(size, FewWords));
            }
        }

        return found;
    }

    /// <summary>Completions by the words that stand in headlines beside those already typed.</summary>
    /// <param name="typed">The text.</param>
    /// <param name="beside">The words of those headlines that start so.</param>
    /// <param name="size">How many are wanted.</param>
    public List<Suggestion> Beside(TypedText typed, Dictionary<string, WordCount> beside, int size)
    {
        var found = new List<Suggestion>();
        Add(found, typed, typed.Before, beside.Where(word => word.Value.Written?.Contains('-') != true), size, form => _counter.CountAll([.. typed.Meaningful, form]));
        return found;
    }

    private void Add(
        List<Suggestion> found, TypedText typed, string before, IEnumerable<KeyValuePair<string, WordCount>> words, int size, Func<string, int>? count = null)
    {
        var ordered = words.OrderByDescending(word => word.Value.Weight(_newestOfAll)).ThenBy(word => word.Key, StringComparer.Ordinal);
        foreach (var (form, known) in ordered)
        {
            if (found.Count >= size)
            {
                return;
            }

            if (typed.BehindArticle && IsPlural(form))
            {
                continue;
            }

            var articles = count is not null ? count(form) : known.Written?.Contains('-') == true ? _counter.CountCompound(known.Written) : _counter.Count(form);
            if (articles > 0)
            {
                var written = known.Written ?? (known.Headlines > 0 ? WrittenForm.Of(form) : SurfaceForms.Of(forms, form, maxArticles: 1));
                found.Add(new Suggestion(before + written, SuggestionKind.Term, articles));
            }
        }
    }

    private Dictionary<string, WordCount> InHeadlines(string prefix, int size)
    {
        // Deleted articles and plurals fall out later.
        var wanted = (2 * size) + 10;
        var partial = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var segment in forms.Segments)
        {
            var words = segments.Of(segment.AtomicReader).Words;
            foreach (var word in words.MostFrequent(words.StartingWith(prefix), wanted))
            {
                partial[words.WordAt(word)] = partial.GetValueOrDefault(words.WordAt(word)) + words.CountAt(word);
            }
        }

        // A word may be among the first of one segment and not of another: the few best are looked up in all.
        return partial.OrderByDescending(word => word.Value).Take(2 * wanted).ToDictionary(word => word.Key, word => CountOf(word.Key), StringComparer.Ordinal);
    }

    private WordCount CountOf(string form)
    {
        var count = WordCount.None;
        foreach (var segment in forms.Segments)
        {
            var words = segments.Of(segment.AtomicReader).Words;
            if (words.Find(form) is >= 0 and var word)
            {
                count = count.And(words.CountAt(word), words.NewestAt(word), words.WrittenAt(word));
            }
        }

        return count;
    }

    /// <summary>Words that stand in no headline, the first of the dictionary of terms, most frequent first.</summary>
    private Dictionary<string, WordCount> InTexts(string prefix)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        for (var segment = 0; segment < forms.Segments.Count; segment++)
        {
            words.UnionWith(forms.StartingWith(segment, prefix, FormsReadPerField).Where(IsWord));
        }

        words.RemoveWhere(IsInHeadlines);
        return words.Select(form => (Form: form, Frequency: forms.Frequency(form)))
            .OrderByDescending(word => word.Frequency).ThenBy(word => word.Form, StringComparer.Ordinal)
            .Take(FewWords)
            .ToDictionary(word => word.Form, word => WordCount.None, StringComparer.Ordinal);
    }

    private bool IsInHeadlines(string form) => forms.Segments.Any(segment => segments.Of(segment.AtomicReader).Words.Find(form) >= 0);

    private static bool IsWord(string form) => form.Length > 1 && char.IsLetter(form[0]) && !form.AsSpan().ContainsAnyInRange('0', '9') && !GrammaticalWords.Contains(form);

    /// <summary>Whether a word is the plural of another that is known: by its ending alone, <c>accès</c> and <c>univers</c> would be.</summary>
    private bool IsPlural(string form) =>
        form.Length > 2 && form[^1] is 's' or 'x' && (IsKnown(form[..^1]) || (form.EndsWith("aux", StringComparison.Ordinal) && IsKnown(form[..^3] + "al")));

    private bool IsKnown(string form) => IsInHeadlines(form) || FrenchLexicon.Default.Find(WrittenForm.Of(form)) >= 0;
}
