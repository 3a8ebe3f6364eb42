namespace SearchService.Searching.Highlighting;

/// <summary>Where any of several parts stands.</summary>
/// <param name="parts">The parts.</param>
/// <param name="needsAll">Whether the text must hold all of them.</param>
internal sealed class UnionSpans(IReadOnlyList<SpanSource> parts, bool needsAll) : SpanSource
{
    /// <inheritdoc/>
    public override void Collect(int words)
    {
        Spans.Clear();
        for (var part = 0; part < parts.Count; part++)
        {
            parts[part].Collect(words);
            var found = parts[part].Spans;
            if (found.Count == 0 && needsAll)
            {
                Spans.Clear();
                return;
            }

            for (var number = 0; number < found.Count; number++)
            {
                Spans.Add(new WordSpan(found[number].First, found[number].Last, part, number));
            }
        }

        Spans.Sort(WordSpan.InOrder);
    }

    /// <inheritdoc/>
    public override void Want(int number) => parts[Spans[number].Origin].Want(Spans[number].Other);
}
