using SearchService.Analysis;
using SearchService.Indexing;

namespace SearchService.Searching.Suggestions;

/// <summary>
/// Completes what somebody is typing with words, topics, stories and headlines of the live index. What was deleted or hidden neither shows nor counts. Safe
/// for all threads.
/// </summary>
public sealed class Suggester(LiveIndex live, SuggestionSegments segments)
{
    /// <summary>The most suggestions of one answer.</summary>
    public const int MaxSize = 50;

    // Tenths of an answer, while the other kinds have enough to fill it: what starts as typed comes first, and no kind pushes the others out.
    private const int LabelsAtStart = 3;
    private const int Terms = 4;
    private const int LabelsInside = 1;
    private const int Headlines = 2;

    // Some read like a topic or a story.
    private const int SpareTerms = 2;

    /// <summary>Suggestions for a text, best first, no two alike.</summary>
    /// <param name="text">What was typed so far.</param>
    /// <param name="size">How many at most, 1 to <see cref="MaxSize"/>.</param>
    /// <exception cref="IndexNotReadyException">No generation is published yet.</exception>
    public IReadOnlyList<Suggestion> Suggest(string text, int size)
    {
        using var lease = live.Acquire();
        if (TypedText.Read(text) is not { IsEmpty: false } typed)
        {
            return [];
        }

        var forms = new FormReader(lease.Searcher.IndexReader);
        var topics = LabelCompletions.Of(forms, segments, typed, SuggestionKind.Topic, size);
        var stories = LabelCompletions.Of(forms, segments, typed, SuggestionKind.Story, size);
        List<Suggestion> atStart = [.. topics.AtStart, .. stories.AtStart];
        List<Suggestion> inside = [.. topics.Inside, .. stories.Inside];
        var headlines = new HeadlineCompletions(forms, segments, size);
        Dictionary<string, WordCount> beside = [];
        if (typed.Meaningful.Count == 0)
        {
            headlines.OfferStartingWith(typed.Prefix);
        }
        else
        {
            beside = new HeadlinesBeside(forms, segments, typed.Meaningful).Count(typed.Prefix, typed.Meaningful, headlines);
        }

        // Each term is counted and each headline read: hardly more of them than there may be room for.
        var room = size - Math.Min(atStart.Count, Share(LabelsAtStart, size)) - Math.Min(inside.Count, Share(LabelsInside, size));
        var terms = TermsOf(forms, typed, beside, Math.Max(1, room - Math.Min(headlines.Count, Share(Headlines, size))) + SpareTerms);
        return Mix(size, atStart, terms, inside, headlines.Take(Math.Max(room - terms.Count, Share(Headlines, size))));
    }

    private List<Suggestion> TermsOf(FormReader forms, TypedText typed, Dictionary<string, WordCount> beside, int size)
    {
        var terms = new TermCompletions(forms, segments);
        if (typed.Compound is not { } joined)
        {
            return typed.Meaningful.Count == 0 ? terms.Alone(typed, size) : terms.Beside(typed, beside, size);
        }

        return joined.Meaningful.Count == 0
            ? terms.Alone(joined, size)
            : terms.Beside(joined, new HeadlinesBeside(forms, segments, joined.Meaningful).Count(joined.Prefix, joined.Meaningful), size);
    }

    /// <summary>
    /// Takes from each list its share, and then what the others leave over: terms and headlines first, since a story of one article is a headline again. Of
    /// two that read alike the one with more articles stays.
    /// </summary>
    private static List<Suggestion> Mix(int size, List<Suggestion> atStart, List<Suggestion> terms, List<Suggestion> inside, List<Suggestion> headlines)
    {
        var best = new Dictionary<string, Suggestion>(StringComparer.Ordinal);
        List<Suggestion>[] lists = [atStart, terms, inside, headlines];
        foreach (var suggestion in lists.SelectMany(list => list))
        {
            var key = Key(suggestion.Text);
            if (!best.TryGetValue(key, out var other) || other.Count < suggestion.Count)
            {
                best[key] = suggestion;
            }
        }

        var distinct = Array.ConvertAll(lists, list => list.FindAll(suggestion => ReferenceEquals(best[Key(suggestion.Text)], suggestion)));
        int[] shares = [LabelsAtStart, Terms, LabelsInside, Headlines];
        var taken = new int[lists.Length];
        var left = size;
        for (var i = 0; i < lists.Length; i++)
        {
            taken[i] = Math.Min(left, Math.Min(Share(shares[i], size), distinct[i].Count));
            left -= taken[i];
        }

        foreach (var i in (ReadOnlySpan<int>)[1, 3, 0, 2])
        {
            var more = Math.Min(left, distinct[i].Count - taken[i]);
            taken[i] += more;
            left -= more;
        }

        return [.. distinct.SelectMany((suggestions, i) => suggestions.Take(taken[i]))];
    }

    private static int Share(int tenths, int size) => Math.Max(1, tenths * size / 10);

    /// <summary>What makes two suggestions alike: the same letters and digits.</summary>
    private static string Key(string text) => string.Concat(Characters.Folded(text).Where(char.IsLetterOrDigit));
}
