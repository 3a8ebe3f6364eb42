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
    private const int LabelsInside = 2;
    private const int Headlines = 2;

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
        var headlines = new HeadlineCompletions(forms, segments, size);
        var completions = new TermCompletions(forms, segments);
        var terms = new List<Suggestion>();
        if (typed.Meaningful.Count == 0 || typed.Compound is not null)
        {
            terms.AddRange(completions.Alone(typed, size));
        }

        if (typed.Meaningful.Count == 0)
        {
            headlines.OfferStartingWith(typed.Prefix);
        }
        else
        {
            var beside = new HeadlinesBeside(forms, segments, typed.Meaningful).Count(
                typed.Prefix, typed.Meaningful, (segment, document, minute) => headlines.Offer(segment, document, minute));
            terms.AddRange(completions.Beside(typed, beside, size));
        }

        List<Suggestion> atStart = [.. topics.AtStart, .. stories.AtStart];
        List<Suggestion> inside = [.. topics.Inside, .. stories.Inside];
        var left = Math.Max(size - atStart.Count - terms.Count - inside.Count, Share(Headlines, size)); // each is an article to read
        return Mix(size, (atStart, LabelsAtStart), (terms, Terms), (inside, LabelsInside), (headlines.Take(left), Headlines));
    }

    /// <summary>Takes from each list its share, and then, in the same order, what the others leave over.</summary>
    private static List<Suggestion> Mix(int size, params (List<Suggestion> Suggestions, int Tenths)[] lists)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var distinct = Array.ConvertAll(lists, list => list.Suggestions.FindAll(suggestion => seen.Add(Key(suggestion.Text))));
        var taken = new int[lists.Length];
        var left = size;
        for (var i = 0; i < lists.Length; i++)
        {
            taken[i] = Math.Min(left, Math.Min(Share(lists[i].Tenths, size), distinct[i].Count));
            left -= taken[i];
        }

        for (var i = 0; i < lists.Length; i++)
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
