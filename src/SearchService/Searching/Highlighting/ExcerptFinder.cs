namespace SearchService.Searching.Highlighting;

/// <summary>
/// Chooses what is shown of a paragraph: all of it if it is short, else the sentences in a row that hold the most of a query, by the sum of the weights
/// of its different words. Not for two threads.
/// </summary>
/// <param name="meanings">For each leaf of the query what it means: equal numbers are the same thing asked for twice.</param>
/// <param name="weights">For each meaning how much it counts.</param>
internal sealed class ExcerptFinder(IReadOnlyList<int> meanings, IReadOnlyList<double> weights)
{
    /// <summary>How long a passage is at most, in UTF-16 units; only a single word or character that is longer than this still stands whole.</summary>
    public const int MaxLength = 400;

    // The two ellipses with their spaces.
    private const int MaxExcerpt = MaxLength - 4;

    // What the best single sentence adds: words in one sentence have to do with each other. Ours, small enough to decide between equals only.
    private const double SentenceShare = 0.2;

    // Sums of the same weights in another order may differ by this.
    private const double Negligible = 1e-9;

    private readonly Fragments _fragments = new();
    private readonly int[] _counts = new int[weights.Count];

    /// <summary>What is shown of a paragraph.</summary>
    public Excerpt Find(string text, TextMatch match)
    {
        if (text.Length <= MaxLength)
        {
            var sentences = match.Matched.Count > 1 ? Sentences.Split(text) : [(0, text.Length)];
            return Scored(0, text.Length, false, false, sentences, match.Found);
        }

        var fragments = _fragments.Split(text, MaxExcerpt, match.Found);
        if (fragments.Count == 0)
        {
            return new Excerpt(0, 0, false, false, [], 0); // a blank text
        }

        var (first, last) = Best(fragments, match.Found);
        var shown = fragments[first..(last + 1)];
        return Scored(shown[0].Start, shown[^1].End, first > 0, last < fragments.Count - 1, shown, match.Found);
    }

    private (int First, int Last) Best(List<(int Start, int End)> fragments, IReadOnlyList<FoundLeaf> found)
    {
        var (first, last) = Heaviest(fragments, found);
        if (first == 0)
        {
            return (first, last);
        }

        // The first match was only just reached: it opens the passage, and the end of the paragraph alone makes room before it.
        var opening = found.First(leaf => leaf.Start >= fragments[first].Start).Start;
        while (fragments[first].End <= opening)
        {
            first++;
        }

        while (last + 1 < fragments.Count && fragments[last + 1].End - fragments[first].Start <= MaxExcerpt)
        {
            last++;
        }

        while (first > 0 && fragments[last].End - fragments[first - 1].Start <= MaxExcerpt)
        {
            first--;
        }

        return (first, last);
    }

    /// <summary>The first of the rows of fragments that weigh most.</summary>
    private (int First, int Last) Heaviest(List<(int Start, int End)> fragments, IReadOnlyList<FoundLeaf> found)
    {
        Array.Clear(_counts);
        var best = (First: 0, Last: 0, Weight: -1.0);
        var (last, entered, left, weight) = (-1, 0, 0, 0.0);
        for (var first = 0; first < fragments.Count; first++)
        {
            while (last < first || (last + 1 < fragments.Count && fragments[last + 1].End - fragments[first].Start <= MaxExcerpt))
            {
                last++;
                for (; entered < found.Count && found[entered].Start < fragments[last].End; entered++)
                {
                    var meaning = meanings[found[entered].Number];
                    weight += _counts[meaning]++ == 0 ? weights[meaning] : 0;
                }
            }

            if (weight > best.Weight + Negligible)
            {
                best = (first, last, weight);
            }

            for (; left < entered && found[left].Start < fragments[first].End; left++)
            {
                var meaning = meanings[found[left].Number];
                weight -= --_counts[meaning] == 0 ? weights[meaning] : 0;
            }
        }

        return (best.First, best.Last);
    }

    private Excerpt Scored(int start, int end, bool cutBefore, bool cutAfter, List<(int Start, int End)> sentences, IReadOnlyList<FoundLeaf> found)
    {
        var held = new HashSet<int>();
        var inSentence = new HashSet<int>();
        var (sentence, best) = (0, 0.0);
        foreach (var (number, from, to) in found)
        {
            if (from < start || to > end)
            {
                continue;
            }

            held.Add(meanings[number]);
            while (sentence < sentences.Count - 1 && sentences[sentence].End <= from)
            {
                inSentence.Clear();
                sentence++;
            }

            if (to <= sentences[sentence].End && inSentence.Add(meanings[number]))
            {
                best = Math.Max(best, inSentence.Sum(meaning => weights[meaning]));
            }
        }

        return new Excerpt(start, end, cutBefore, cutAfter, [.. held], held.Sum(meaning => weights[meaning]) + (SentenceShare * best));
    }
}
