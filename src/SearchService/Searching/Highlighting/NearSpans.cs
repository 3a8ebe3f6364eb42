namespace SearchService.Searching.Highlighting;

/// <summary>Where two parts stand near each other: each pair is a span from its first to its last word.</summary>
/// <param name="left">One part.</param>
/// <param name="right">The other.</param>
/// <param name="distance">The most positions from one to the other; parts that overlap are at no distance.</param>
internal sealed class NearSpans(SpanSource left, SpanSource right, int distance) : SpanSource
{
    /// <summary>How many pairs of one text are looked at: news has a handful, so this only bounds a text that is made of the two words.</summary>
    public const int MaxPairs = 50_000;

    /// <inheritdoc/>
    public override void Collect(int words)
    {
        Spans.Clear();
        left.Collect(words);
        right.Collect(words);
        var reach = Math.Clamp(distance, 0, words);
        var longest = 0;
        foreach (var (first, last, _, _) in right.Spans)
        {
            longest = Math.Max(longest, last - first);
        }

        var from = 0;
        for (var l = 0; l < left.Spans.Count; l++)
        {
            var (first, last, _, _) = left.Spans[l];
            while (from < right.Spans.Count && right.Spans[from].First < first - reach - longest)
            {
                from++;
            }

            for (var r = from; r < right.Spans.Count && right.Spans[r].First <= last + reach && Spans.Count < MaxPairs; r++)
            {
                if (right.Spans[r].Last >= first - reach)
                {
                    Spans.Add(new WordSpan(Math.Min(first, right.Spans[r].First), Math.Max(last, right.Spans[r].Last), l, r));
                }
            }
        }

        Spans.Sort(WordSpan.InOrder);
    }

    /// <inheritdoc/>
    public override void Want(int number)
    {
        left.Want(Spans[number].Origin);
        right.Want(Spans[number].Other);
    }
}
