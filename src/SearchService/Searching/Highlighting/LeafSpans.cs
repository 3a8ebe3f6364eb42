using SearchService.Searching.Queries;

namespace SearchService.Searching.Highlighting;

/// <summary>Where a word, phrase or pattern stands: all words of a span are its own.</summary>
internal class LeafSpans(QueryLeaf leaf, bool inNear) : SpanSource
{
    private readonly HashSet<int> _wanted = [];

    /// <summary>What is looked for.</summary>
    public QueryLeaf Leaf => leaf;

    /// <summary>Whether it is looked for in the text at hand.</summary>
    public bool Active { get; private set; }

    /// <summary>Forgets the last text.</summary>
    public virtual void Start(QueryPlace place)
    {
        Spans.Clear();
        _wanted.Clear();
        Active = leaf.Place == QueryPlace.Everywhere || leaf.Place == place;
    }

    /// <summary>Notes a span; they come by first word.</summary>
    public void Add(int first, int last)
    {
        // A word may be found by several of its lemmas.
        if (Spans.Count == 0 || Spans[^1].First != first || Spans[^1].Last != last)
        {
            Spans.Add(new WordSpan(first, last));
        }
    }

    /// <inheritdoc/>
    public override void Collect(int words)
    {
    }

    /// <inheritdoc/>
    public override void Want(int number) => _wanted.Add(number);

    /// <summary>Whether a span is to be marked: any, unless it must stand near something.</summary>
    public bool IsWanted(int number) => !inNear || _wanted.Contains(number);

    /// <summary>Marks the words of all spans that are wanted.</summary>
    public virtual void Mark(Span<bool> marked)
    {
        var done = 0;
        for (var number = 0; number < Spans.Count; number++)
        {
            var (first, last, _, _) = Spans[number];
            if (IsWanted(number) && last >= done)
            {
                first = Math.Max(first, done);
                marked[first..(last + 1)].Fill(true);
                done = last + 1;
            }
        }
    }
}
