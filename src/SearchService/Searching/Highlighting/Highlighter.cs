using SearchService.Analysis;
using SearchService.Searching.Queries;

namespace SearchService.Searching.Highlighting;

/// <summary>
/// Finds what a query looks for in a text by the same analysis that indexed it: words by their lemmas, hyphenated words and synonyms in all their
/// spellings, phrases where their forms stand in order, patterns by their forms; what must stand near something only where it does. What is excluded,
/// and what is looked for in other fields, is not marked; nor are words of grammar, unless nothing else is asked for. One highlighter serves one
/// answer. Not for two threads.
/// </summary>
public sealed class Highlighter
{
    private readonly FrenchText _analysis = new();
    private readonly LeafIndex _index = new();
    private readonly List<LeafSpans> _leaves = [];
    private readonly List<SpanSource> _near = [];
    private readonly bool _onlyGrammar;
    private bool[] _marked = new bool[64];

    /// <summary>Highlights the leaves of a query.</summary>
    /// <param name="root">The query, or null for one that marks nothing.</param>
    /// <param name="forms">What its patterns stand for.</param>
    public Highlighter(QueryClause? root, ExpandedForms forms)
    {
        Forms = forms;
        _onlyGrammar = root is not null && root.Leaves.All(IsGrammar);
        if (root is not null)
        {
            Read(root);
        }

        Leaves = [.. _leaves.Select(leaf => leaf.Leaf)];
    }

    /// <summary>What is looked for in headlines and texts and can be marked, in the order of the query; the index is its number.</summary>
    public IReadOnlyList<QueryLeaf> Leaves { get; }

    /// <summary>What the patterns of the query stand for.</summary>
    internal ExpandedForms Forms { get; }

    /// <summary>Finds the query in a text.</summary>
    /// <param name="text">A headline, a paragraph or an intertitre.</param>
    /// <param name="place"><see cref="QueryPlace.Headline"/> or <see cref="QueryPlace.Text"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">Another place.</exception>
    public TextMatch Find(string text, QueryPlace place)
    {
        if (place is not (QueryPlace.Headline or QueryPlace.Text))
        {
            throw new ArgumentOutOfRangeException(nameof(place), place, "Not a place that is highlighted.");
        }

        var active = false;
        foreach (var leaf in _leaves)
        {
            leaf.Start(place);
            active |= leaf.Active;
        }

        if (!active)
        {
            return TextMatch.None;
        }

        _analysis.Analyze(text);
        var words = _analysis.AnalyzedWords;
        _index.Read(words);
        foreach (var leaf in _leaves)
        {
            leaf.Collect(words.Length);
        }

        foreach (var near in _near)
        {
            near.Collect(words.Length);
            for (var number = 0; number < near.Spans.Count; number++)
            {
                near.Want(number);
            }
        }

        var found = Found(words);
        return found.Count == 0 ? TextMatch.None : new TextMatch(Stretches(text, words), found.Select(leaf => leaf.Number).ToHashSet(), found);
    }

    private List<FoundLeaf> Found(ReadOnlySpan<AnalyzedWord> words)
    {
        var found = new List<FoundLeaf>();
        for (var number = 0; number < _leaves.Count; number++)
        {
            var leaf = _leaves[number];
            for (var i = 0; i < leaf.Spans.Count; i++)
            {
                if (leaf.IsWanted(i))
                {
                    found.Add(new FoundLeaf(number, words[leaf.Spans[i].First].Start, words[leaf.Spans[i].Last].End));
                }
            }
        }

        found.Sort((a, b) => (a.Start, a.End, a.Number).CompareTo((b.Start, b.End, b.Number)));
        return found;
    }

    private List<(int Start, int End)> Stretches(string text, ReadOnlySpan<AnalyzedWord> words)
    {
        if (_marked.Length < words.Length)
        {
            _marked = new bool[2 * words.Length];
        }

        var marked = _marked.AsSpan(0, words.Length);
        marked.Clear();
        foreach (var leaf in _leaves)
        {
            leaf.Mark(marked);
        }

        var stretches = new List<(int Start, int End)>();
        for (var i = 0; i < words.Length; i++)
        {
            if (!marked[i] || words[i].End <= words[i].Start)
            {
                continue;
            }

            // Two words may lie in one character of the reader.
            var start = Math.Max(Graphemes.Floor(text, words[i].Start), stretches.Count == 0 ? 0 : stretches[^1].End);
            var end = Graphemes.Ceiling(text, words[i].End);
            if (end > start)
            {
                stretches.Add((start, end));
            }
        }

        return stretches;
    }

    /// <summary>Takes the leaves that are marked wherever they stand, and the clauses of what must stand near something.</summary>
    private void Read(QueryClause clause)
    {
        switch (clause)
        {
            case QueryLeaf leaf when !IsGrammar(leaf) || _onlyGrammar:
                AddLeaf(leaf, inNear: false);
                break;
            case NearClause near when ReadNear(near) is { } source:
                _near.Add(source);
                break;
            case CombinedClause combined:
                foreach (var part in combined.Parts)
                {
                    Read(part);
                }

                break;
        }
    }

    /// <summary>A part of what must stand near something, or null if nothing of it can.</summary>
    private SpanSource? ReadNear(QueryClause clause)
    {
        switch (clause)
        {
            case QueryLeaf leaf:
                return AddLeaf(leaf, inNear: true);
            case NearClause near:
                var (left, right) = (ReadNear(near.Left), ReadNear(near.Right));
                return left is null || right is null ? null
                    : near.Distance is { } distance ? new NearSpans(left, right, distance)
                    : new UnionSpans([left, right], needsAll: true);
            case CombinedClause combined:
                // Beside other words those of grammar are no reason; alone, or as a choice, they are what is asked for.
                var skipsGrammar = combined is not AnyClause && combined.Leaves.Any(leaf => !IsGrammar(leaf));
                var parts = combined.Parts.Where(part => !(skipsGrammar && IsGrammar(part))).Select(ReadNear).OfType<SpanSource>().ToList();
                return parts.Count == 0 ? null : new UnionSpans(parts, needsAll: combined is AllClause);
            default:
                return null;
        }
    }

    private LeafSpans? AddLeaf(QueryLeaf leaf, bool inNear)
    {
        if (leaf.Place is not (QueryPlace.Everywhere or QueryPlace.Headline or QueryPlace.Text))
        {
            return null;
        }

        var spans = leaf is QueryPhrase { Slop: > 0, Forms.Count: > 1 } phrase ? new SloppySpans(phrase, inNear) : new LeafSpans(leaf, inNear);
        _leaves.Add(spans);
        _index.Add(spans, Forms);
        return spans;
    }

    private static bool IsGrammar(QueryClause clause) => clause is QueryTerm { Optional: true };
}
