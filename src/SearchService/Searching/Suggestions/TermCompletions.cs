using SearchService.Analysis;
using SearchService.Analysis.Lexicon;

namespace SearchService.Searching.Suggestions;

/// <summary>Completes the last word of a text: with the words of headlines, and where they have few, with any words of the articles. For one request.</summary>
internal sealed class TermCompletions(FormReader forms, SuggestionSegments segments)
{
    // The words of headlines are what people ask for; beside fewer than this, other words of the articles are offered too.
    private const int FewWords = 5;
    private const int FormsReadPerField = 32;

    // A word of a third of all articles chooses nothing; a few articles say nothing about that.
    private const int MostArticles = 3;
    private const int ManyArticles = 100;

    // What follows directly ("New York") is worth five times what stands somewhere in the same headline, on the word of so many headlines.
    private const double WorthOfNext = 4;
    private const int HeadlinesTried = 32;
    private const int WordsTried = 4;

    private readonly ArticleCounter _counter = new(forms, segments);
    private readonly int _newestOfAll = forms.Segments.Select(segment => segments.Of(segment.AtomicReader).Words.Newest).DefaultIfEmpty(PublicationMinutes.Undated).Max();

    /// <summary>Completions of a word that has no word of meaning before it.</summary>
    /// <param name="typed">The text.</param>
    /// <param name="size">How many are wanted.</param>
    public List<Suggestion> Alone(TypedText typed, int size)
    {
        var found = Completed(typed, Ordered(InHeadlines(typed.Prefix, size)), Count).Take(size).ToList();
        var few = Math.Min(size, FewWords);
        if (found.Count < few)
        {
            found.AddRange(Completed(typed, InTexts(typed.Prefix), Count).Take(few - found.Count));
        }

        return found;
    }

    /// <summary>Completions by the words that stand in headlines beside those already typed.</summary>
    /// <param name="typed">The text.</param>
    /// <param name="beside">The words of those headlines that start so.</param>
    /// <param name="size">How many are wanted.</param>
    public List<Suggestion> Beside(TypedText typed, Dictionary<string, WordCount> beside, int size)
    {
        if (beside.Count == 0)
        {
            return [];
        }

        var before = _counter.ArticlesWithAll(typed.Meaningful);
        var next = Ordered(beside).Take(WordsTried + size)
            .OrderByDescending(word => word.Value.Weight(_newestOfAll) * (1 + (WorthOfNext * forms.Adjacency(typed.Words[^1], word.Key, HeadlinesTried))))
            .ThenBy(word => word.Key, StringComparer.Ordinal);
        return [.. Completed(typed, next, (form, written) => IsCompound(written) ? 0 : _counter.CountAmong(before, form)).Take(size)];
    }

    private IEnumerable<KeyValuePair<string, WordCount>> Ordered(IEnumerable<KeyValuePair<string, WordCount>> words) =>
        words.OrderByDescending(word => word.Value.Weight(_newestOfAll)).ThenBy(word => word.Key, StringComparer.Ordinal);

    /// <summary>The typed text with each of some words in the place of its last, as long as somebody asks for more.</summary>
    private IEnumerable<Suggestion> Completed(TypedText typed, IEnumerable<KeyValuePair<string, WordCount>> words, Func<string, string?, int> count)
    {
        foreach (var (form, known) in words)
        {
            if (!(typed.BehindArticle && IsPlural(form)) && count(form, known.Written) is > 0 and var articles && !IsEverywhere(articles))
            {
                var written = known.Written ?? (known.Headlines > 0 ? WrittenForm.Of(form) : SurfaceForms.Of(forms, form, maxArticles: 1));
                yield return new Suggestion(typed.Before + written, SuggestionKind.Term, articles);
            }
        }
    }

    private int Count(string form, string? written) => IsCompound(written) ? _counter.CountCompound(written!) : _counter.Count(form);

    private bool IsEverywhere(int articles) => forms.Reader.NumDocs > ManyArticles && articles > forms.Reader.NumDocs / MostArticles;

    private static bool IsCompound(string? written) => written?.Contains('-') == true;

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

        // A word may be among the first of one segment and not of another: the best are looked up in all.
        return partial.OrderByDescending(word => word.Value).Take(wanted).ToDictionary(word => word.Key, word => CountOf(word.Key), StringComparer.Ordinal);
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
    private IEnumerable<KeyValuePair<string, WordCount>> InTexts(string prefix)
    {
        var words = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var segment = 0; segment < forms.Segments.Count; segment++)
        {
            foreach (var (form, frequency) in forms.StartingWith(segment, prefix, FormsReadPerField))
            {
                words[form] = words.GetValueOrDefault(form) + frequency;
            }
        }

        return words.Where(word => IsWord(word.Key))
            .OrderByDescending(word => word.Value).ThenBy(word => word.Key, StringComparer.Ordinal)
            .Where(word => !IsInHeadlines(word.Key))
            .Select(word => KeyValuePair.Create(word.Key, WordCount.None));
    }

    private bool IsInHeadlines(string form) => forms.Segments.Any(segment => segments.Of(segment.AtomicReader).Words.Find(form) >= 0);

    private static bool IsWord(string form) => form.Length > 1 && char.IsLetter(form[0]) && !form.AsSpan().ContainsAnyInRange('0', '9') && !GrammaticalWords.Contains(form);

    /// <summary>Whether a word is the plural of another that is known: by its ending alone, <c>accès</c> and <c>univers</c> would be.</summary>
    private bool IsPlural(string form) =>
        form.Length > 2 && form[^1] is 's' or 'x' && (IsKnown(form[..^1]) || (form.EndsWith("aux", StringComparison.Ordinal) && IsKnown(form[..^3] + "al")));

    private bool IsKnown(string form) => IsInHeadlines(form) || FrenchLexicon.Default.Find(WrittenForm.Of(form)) >= 0;
}
