using SearchService.Analysis;

namespace SearchService.Searching.Highlighting;

/// <summary>The pieces that a long text may be cut into: its sentences, those that are too long for a passage at a pause or a space. Not for two threads.</summary>
internal sealed class Fragments
{
    // By eye, on news: a fragment is a clause, and three to six of them fill a passage.
    private const int ShortestAtPause = 60;
    private const int Shortest = 100;

    // From here any place between two words will do: addresses of pages, scripts without spaces.
    private const int Long = 140;

    private readonly FrenchText _analysis = new();

    /// <summary>The pieces in order, without the spaces between them.</summary>
    /// <param name="text">The text.</param>
    /// <param name="maxLength">How long a sentence may be to stay whole.</param>
    /// <param name="found">What is not to be torn apart.</param>
    public List<(int Start, int End)> Split(string text, int maxLength, IReadOnlyList<FoundLeaf> found)
    {
        var sentences = Sentences.Split(text);
        if (sentences.TrueForAll(sentence => sentence.End - sentence.Start <= maxLength))
        {
            return sentences;
        }

        var whole = Unbroken(text, found);
        var fragments = new List<(int Start, int End)>();
        foreach (var sentence in sentences)
        {
            if (sentence.End - sentence.Start <= maxLength)
            {
                fragments.Add(sentence);
            }
            else
            {
                Split(text, sentence, whole, fragments);
            }
        }

        return fragments;
    }

    private static void Split(string text, (int Start, int End) sentence, List<(int Start, int End)> unbroken, List<(int Start, int End)> fragments)
    {
        var from = sentence.Start;
        var next = 0;
        for (var at = from + 1; at < sentence.End; at++)
        {
            while (next < unbroken.Count && unbroken[next].End <= at)
            {
                next++;
            }

            if (next < unbroken.Count && unbroken[next].Start < at)
            {
                at = unbroken[next].End - 1;
                continue;
            }

            var length = at - from;
            var atSpace = char.IsWhiteSpace(text[at]);
            if (length < ShortestAtPause || !(length >= Long || (atSpace && (length >= Shortest || text[at - 1] is ',' or ';' or ':' or ')' or '»'))))
            {
                continue;
            }

            var behind = at;
            while (behind < sentence.End && char.IsWhiteSpace(text[behind]))
            {
                behind++;
            }

            if (Graphemes.IsBoundary(text, at) && Graphemes.IsBoundary(text, behind))
            {
                fragments.Add((from, at));
                from = at = behind;
            }
        }

        if (from < sentence.End)
        {
            fragments.Add((from, sentence.End));
        }
    }

    /// <summary>Words, and what was found, in order and without overlap.</summary>
    private List<(int Start, int End)> Unbroken(string text, IReadOnlyList<FoundLeaf> found)
    {
        _analysis.Analyze(text);
        var all = new List<(int Start, int End)>();
        foreach (ref readonly var word in _analysis.AnalyzedWords)
        {
            all.Add((word.Start, word.End));
        }

        all.AddRange(found.Where(leaf => leaf.End - leaf.Start <= Shortest).Select(leaf => (leaf.Start, leaf.End)));
        all.Sort();
        var merged = new List<(int Start, int End)>();
        foreach (var (start, end) in all)
        {
            if (merged is [.., var last] && start < last.End)
            {
                merged[^1] = (last.Start, Math.Max(last.End, end));
            }
            else
            {
                merged.Add((start, end));
            }
        }

        return merged;
    }
}
