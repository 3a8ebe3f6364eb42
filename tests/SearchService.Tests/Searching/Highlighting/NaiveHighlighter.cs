using System.Globalization;
using SearchService.Analysis;
using SearchService.Searching.Queries;

namespace SearchService.Tests.Searching.Highlighting;

/// <summary>The slow, obvious highlighter: every leaf is tried at every word, clauses are read by recursion, every pair is looked at.</summary>
public sealed class NaiveHighlighter
{
    private readonly QueryClause? _root;
    private readonly ExpandedForms _forms;
    private readonly QueryPlace _place;
    private readonly List<Word> _words;

    public NaiveHighlighter(QueryClause? root, ExpandedForms forms, string text, QueryPlace place)
    {
        _root = root;
        _forms = forms;
        _place = place;
        _words = WordsOf(text);
        var marks = root is null ? [] : Marks(root).ToList();
        Leaves = marks.Select(mark => mark.Leaf).ToHashSet<QueryLeaf>(ReferenceEqualityComparer.Instance);
        Stretches = Characters(text, marks.Select(mark => mark.Word).Distinct().Order());
    }

    /// <summary>The leaves that were found.</summary>
    public IReadOnlySet<QueryLeaf> Leaves { get; }

    /// <summary>What is marked.</summary>
    public IReadOnlyList<(int Start, int End)> Stretches { get; }

    /// <summary>The words of a text as the index has them.</summary>
    public static List<Word> WordsOf(string text)
    {
        var lemmas = TextAnalysis.Analyze(text, AnalysisLevel.Lemma).ToLookup(token => token.Position);
        return TextAnalysis.Analyze(text, AnalysisLevel.Exact).ConvertAll(word => new Word(
            word.Start, word.End, word.Term,
            [.. lemmas[word.Position].Where(token => token.Kind == TermKind.Lemma).Select(token => token.Term)],
            lemmas[word.Position].Where(token => token.Kind == TermKind.Compound).Select(token => (AnalyzedToken?)token).FirstOrDefault()));
    }

    /// <summary>All ways to find the words of a phrase, moved by the slop at most: for each the numbers of its words.</summary>
    public static IEnumerable<int[]> Sloppy(IReadOnlyList<string> forms, IReadOnlyList<string> words, int slop)
    {
        return Assign([]);

        IEnumerable<int[]> Assign(int[] taken) => taken.Length == forms.Count
            ? taken.Select((word, i) => word - i) is var moves && moves.Max() - moves.Min() <= slop ? [taken] : []
            : Enumerable.Range(0, words.Count).Where(i => words[i] == forms[taken.Length] && !taken.Contains(i)).SelectMany(i => Assign([.. taken, i]));
    }

    /// <summary>Words as the whole characters they lie in, those in one character as one.</summary>
    private List<(int Start, int End)> Characters(string text, IEnumerable<int> words)
    {
        int[] boundaries = [.. StringInfo.ParseCombiningCharacters(text), text.Length];
        var stretches = new List<(int Start, int End)>();
        foreach (var word in words.Select(number => _words[number]).Where(word => word.End > word.Start))
        {
            var start = boundaries.Last(boundary => boundary <= word.Start);
            var end = boundaries.First(boundary => boundary >= word.End);
            start = stretches.Count > 0 ? Math.Max(start, stretches[^1].End) : start;
            if (start < end)
            {
                stretches.Add((start, end));
            }
        }

        return stretches;
    }

    private IEnumerable<(QueryLeaf Leaf, int Word)> Marks(QueryClause clause) => clause switch
    {
        QueryTerm { Optional: true } when !_root!.Leaves.All(leaf => leaf is QueryTerm { Optional: true }) => [],
        QueryLeaf or NearClause => Places(clause).SelectMany(place => place.Marks),
        CombinedClause combined => combined.Parts.SelectMany(Marks),
        _ => [],
    };

    private List<Found> Places(QueryClause clause)
    {
        switch (clause)
        {
            case QueryLeaf leaf:
                return leaf.Place == QueryPlace.Everywhere || leaf.Place == _place ? [.. PlacesOf(leaf)] : [];
            case NearClause near:
                var (left, right) = (Places(near.Left), Places(near.Right));
                return near.Distance is { } distance
                    ? [.. left.SelectMany(one => right.Where(other => one.DistanceTo(other) <= distance).Select(other => one.With(other)))]
                    : left.Count > 0 && right.Count > 0 ? [.. left, .. right] : [];
            case CombinedClause combined:
                var parts = PartsThatCanStand(combined).Select(Places).ToList();
                return combined is AllClause && parts.Exists(part => part.Count == 0) ? [] : [.. parts.SelectMany(part => part)];
            default:
                return [];
        }
    }

    private static IEnumerable<QueryClause> PartsThatCanStand(CombinedClause combined)
    {
        var beside = combined is not AnyClause && combined.Leaves.Any(leaf => leaf is not QueryTerm { Optional: true });
        return combined.Parts.Where(part => CanStand(part) && !(beside && part is QueryTerm { Optional: true }));
    }

    private static bool CanStand(QueryClause clause) => clause switch
    {
        QueryLeaf leaf => leaf.Place is QueryPlace.Everywhere or QueryPlace.Headline or QueryPlace.Text,
        NearClause near => CanStand(near.Left) && CanStand(near.Right),
        CombinedClause combined => PartsThatCanStand(combined).Any(),
        _ => false,
    };

    private IEnumerable<Found> PlacesOf(QueryLeaf leaf) => leaf switch
    {
        QueryTerm term => PhrasesOf(term).SelectMany(phrase => Enumerable.Range(0, _words.Count).SelectMany(at => LemmasAt(term, phrase, at))),
        QueryPhrase { Slop: > 0 } phrase => Windows(phrase),
        QueryPhrase phrase => Enumerable.Range(0, _words.Count)
            .Where(at => phrase.Forms.Select((form, i) => at + i < _words.Count && _words[at + i].Form == form).All(same => same))
            .Select(at => new Found(leaf, Enumerable.Range(at, phrase.Forms.Count))),
        QueryPattern pattern => Enumerable.Range(0, _words.Count).Where(at => _forms.Of(pattern).Contains(_words[at].Form)).Select(at => new Found(leaf, [at])),
        _ => [],
    };

    private static IEnumerable<IReadOnlyList<IReadOnlyList<string>>> PhrasesOf(QueryTerm term) =>
        (term.Together ? [term.Words.Select(word => word.Lemmas).ToList()] : term.Words.Select(word => new List<IReadOnlyList<string>> { word.Lemmas }))
        .Concat(term.Alternatives.Select(phrase => phrase.Positions.ToList()));

    private IEnumerable<Found> LemmasAt(QueryTerm term, IReadOnlyList<IReadOnlyList<string>> phrase, int at)
    {
        if (phrase.Select((lemmas, i) => at + i < _words.Count && lemmas.Intersect(_words[at + i].Lemmas).Any()).All(found => found))
        {
            yield return new Found(term, Enumerable.Range(at, phrase.Count));
        }

        if (phrase is [var only] && _words[at].Compound is { } compound && only.Contains(compound.Term))
        {
            yield return new Found(term, Enumerable.Range(0, _words.Count).Where(i => _words[i].Start >= compound.Start && _words[i].Start < compound.End));
        }
    }

    /// <summary>The words of a phrase that are found where it may start at some word or up to slop words later, if all of them are.</summary>
    private IEnumerable<Found> Windows(QueryPhrase phrase)
    {
        for (var start = -phrase.Forms.Count; start <= _words.Count; start++)
        {
            var inside = Enumerable.Range(0, _words.Count)
                .Where(i => phrase.Forms.Select((form, slot) => _words[i].Form == form && i - slot >= start && i - slot <= start + phrase.Slop).Any(found => found)).ToList();
            if (Sloppy(phrase.Forms, [.. inside.Select(i => _words[i].Form)], int.MaxValue)
                .Any(taken => taken.Select((word, slot) => inside[word] - slot >= start && inside[word] - slot <= start + phrase.Slop).All(fits => fits)))
            {
                yield return new Found(phrase, inside);
            }
        }
    }

    /// <summary>A word of a text.</summary>
    public sealed record Word(int Start, int End, string Form, IReadOnlyList<string> Lemmas, AnalyzedToken? Compound);

    private sealed record Found(IReadOnlyList<(QueryLeaf Leaf, int Word)> Marks)
    {
        public Found(QueryLeaf leaf, IEnumerable<int> words)
            : this([.. words.Select(word => (leaf, word))])
        {
        }

        private int First => Marks.Min(mark => mark.Word);

        private int Last => Marks.Max(mark => mark.Word);

        public int DistanceTo(Found other) => Math.Max(0, Math.Max(other.First - Last, First - other.Last));

        public Found With(Found other) => new([.. Marks, .. other.Marks]);
    }
}
