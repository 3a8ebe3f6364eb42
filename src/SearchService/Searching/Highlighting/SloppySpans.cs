using SearchService.Searching.Queries;

namespace SearchService.Searching.Highlighting;

/// <summary>
/// Where the words of a phrase stand that may be moved: Lucene's sloppy phrase. Each word found stands some positions away from its place in the phrase;
/// the words match where the largest and the smallest of these numbers differ by the slop at most, and a word that stands twice in the phrase is found
/// twice. A span is a window: the phrase may start at any of slop + 1 positions, and all its words that are found there are marked.
/// </summary>
internal sealed class SloppySpans : LeafSpans
{
    private readonly int _slop;
    private readonly string[] _forms;
    private readonly int[] _formOf;
    private readonly List<int>[] _positions;
    private readonly int[] _from;
    private readonly int[] _to;
    private readonly int[] _used;
    private int _reach;

    /// <summary>Looks for a phrase.</summary>
    public SloppySpans(QueryPhrase phrase, bool inNear)
        : base(phrase, inNear)
    {
        _slop = phrase.Slop;
        _forms = [.. phrase.Forms.Distinct(StringComparer.Ordinal)];
        _formOf = [.. phrase.Forms.Select(form => Array.IndexOf(_forms, form))];
        _positions = [.. _forms.Select(_ => new List<int>())];
        _from = new int[_formOf.Length];
        _to = new int[_formOf.Length];
        _used = new int[_forms.Length];
    }

    /// <summary>The different words of the phrase.</summary>
    public IReadOnlyList<string> Forms => _forms;

    /// <inheritdoc/>
    public override void Start(QueryPlace place)
    {
        base.Start(place);
        foreach (var positions in _positions)
        {
            positions.Clear();
        }
    }

    /// <summary>Notes a word of the phrase; they come in order.</summary>
    /// <param name="form">Which one, by its number in <see cref="Forms"/>.</param>
    /// <param name="position">Which word of the text it is.</param>
    public void AddWord(int form, int position) => _positions[form].Add(position);

    /// <inheritdoc/>
    public override void Collect(int words)
    {
        if (Spans.Count > 0 || Array.Exists(_positions, positions => positions.Count == 0))
        {
            return;
        }

        _reach = Math.Min(_slop, words + _formOf.Length);
        Array.Clear(_from);
        Array.Clear(_to);
        for (var start = 1 - _formOf.Length; start < words; start++)
        {
            AddWindow(start);
        }
    }

    /// <inheritdoc/>
    public override void Mark(Span<bool> marked)
    {
        Array.Clear(_from);
        for (var number = 0; number < Spans.Count; number++)
        {
            for (var slot = 0; slot < _formOf.Length && IsWanted(number); slot++)
            {
                // Windows come in order: what the last one marked need not be seen again.
                var positions = _positions[_formOf[slot]];
                var start = Spans[number].Origin + slot;
                ref var next = ref _from[slot];
                for (; next < positions.Count && positions[next] <= start + _reach; next++)
                {
                    marked[positions[next]] |= positions[next] >= start;
                }
            }
        }
    }

    private void AddWindow(int start)
    {
        Array.Fill(_used, -1);
        var opens = false;
        var (first, last) = (int.MaxValue, -1);
        for (var slot = 0; slot < _formOf.Length; slot++)
        {
            var form = _formOf[slot];
            var positions = _positions[form];
            ref var from = ref _from[slot];
            ref var to = ref _to[slot];
            while (from < positions.Count && positions[from] < start + slot)
            {
                from++;
            }

            while (to < positions.Count && positions[to] <= start + slot + _reach)
            {
                to++;
            }

            // Equal words take turns: the windows of their places are equally long, so the first free one is always a right choice.
            var taken = Math.Max(from, _used[form] + 1);
            if (taken >= to)
            {
                return;
            }

            _used[form] = taken;
            opens |= positions[from] == start + slot;
            first = Math.Min(first, positions[from]);
            last = Math.Max(last, positions[to - 1]);
        }

        // A window that no word opens holds less than the next one.
        if (opens)
        {
            Spans.Add(new WordSpan(first, last, start));
        }
    }
}
