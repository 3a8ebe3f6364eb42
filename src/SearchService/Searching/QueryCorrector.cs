using SearchService.Searching.Queries;
using SearchService.Searching.Suggestions;

namespace SearchService.Searching;

/// <summary>Corrects the text of a query word by word: what matches nothing is searched in its best spelling, what is rare gets a better one offered.</summary>
internal sealed class QueryCorrector(SpellingCorrector spelling, ArticleMatcher matcher)
{
    // Each word that finds nothing costs a walk over the words of the index; a pasted text of nonsense must not cost hundreds.
    private const int MostWords = 8;

    /// <summary>The query with the words corrected that match nothing under the request's filters, or null if there is none to correct.</summary>
    /// <param name="text">The text of the query.</param>
    /// <param name="query">The same, analysed.</param>
    public SpellingSuggestion? Correct(string text, AnalyzedQuery query)
    {
        var words = Words(query);
        SpellingCause? cause = null;
        var asked = 0;
        for (var i = 0; i < words.Count && asked < MostWords; i++)
        {
            if (matcher.Finds(words[i]))
            {
                continue;
            }

            asked++;
            if (spelling.Correct(matcher.Reader, words[i].Text, matcher.Finds) is { } correction)
            {
                text = Replace(text, words[i].Text, correction.Text, ref cause, correction.Cause);
            }
            else if (i + 1 < words.Count && Joined(words[i], words[i + 1]) is { } withNext)
            {
                text = ReplacePair(text, words[i].Text, words[i + 1].Text, withNext.Text, ref cause);
                i++;
            }
            else if (i > 0 && Joined(words[i - 1], words[i]) is { } withLast)
            {
                text = ReplacePair(text, words[i - 1].Text, words[i].Text, withLast.Text, ref cause);
            }
        }

        return Suggestion(text, cause, applied: true);
    }

    /// <summary>The query with much more frequent spellings in the place of rare words that are found all the same, or null.</summary>
    /// <param name="text">The text of the query.</param>
    /// <param name="query">The same, analysed.</param>
    public SpellingSuggestion? Suggest(string text, AnalyzedQuery query)
    {
        SpellingCause? cause = null;
        foreach (var word in Words(query).Take(MostWords))
        {
            if (spelling.CorrectRare(matcher.Reader, word.Text, matcher.Finds) is { } correction)
            {
                text = Replace(text, word.Text, correction.Text, ref cause, correction.Cause);
            }
        }

        return Suggestion(text, cause, applied: false);
    }

    private SpellingCorrection? Joined(QueryTerm first, QueryTerm second) =>
        spelling.CorrectPair(matcher.Reader, first.Text, second.Text, matcher.Finds);

    private static List<QueryTerm> Words(AnalyzedQuery query) =>
        [.. query.Leaves.OfType<QueryTerm>().Where(term => term is { Optional: false, Words.Count: 1, Place: QueryPlace.Everywhere or QueryPlace.Headline or QueryPlace.Text })];

    private static SpellingSuggestion? Suggestion(string text, SpellingCause? cause, bool applied) =>
        cause is { } known ? new SpellingSuggestion(text, known.ToString().ToLowerInvariant(), applied) : null;

    private static string Replace(string text, string word, string other, ref SpellingCause? cause, SpellingCause why)
    {
        for (var at = text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.Ordinal))
        {
            var end = at + word.Length;
            if ((at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (end == text.Length || !char.IsLetterOrDigit(text[end])))
            {
                cause ??= why;
                return string.Concat(text.AsSpan(0, at), other, text.AsSpan(end));
            }
        }

        return text;
    }

    private static string ReplacePair(string text, string first, string second, string whole, ref SpellingCause? cause)
    {
        for (var at = text.IndexOf(first, StringComparison.Ordinal); at >= 0; at = text.IndexOf(first, at + 1, StringComparison.Ordinal))
        {
            var from = at + first.Length;
            var between = text.AsSpan(from).TrimStart();
            if (between.StartsWith(second, StringComparison.Ordinal))
            {
                cause ??= SpellingCause.Spacing;
                return string.Concat(text.AsSpan(0, at), whole, between[second.Length..]);
            }
        }

        return text;
    }
}
