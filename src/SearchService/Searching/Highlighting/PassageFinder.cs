using Lucene.Net.Index;
using SearchService.Analysis;
using SearchService.Articles;
using SearchService.Indexing;
using SearchService.Searching.Queries;
using SearchService.Searching.Ranking;

namespace SearchService.Searching.Highlighting;

/// <summary>
/// Chooses the paragraphs of an article that answer a query best: those with more of its different words, the rarer the better, in one sentence better
/// than apart. The next one is the one that adds most to those before it, as long as it adds a word or is nearly as good as the first (a greedy cover).
/// Of a long paragraph only the best sentences are shown. Not for two threads.
/// </summary>
public sealed class PassageFinder
{
    /// <summary>How long the text of a passage is at most, in UTF-16 units, ellipses included; a single longer word still stands whole.</summary>
    public const int MaxLength = ExcerptFinder.MaxLength;

    private const int MaxPassages = 3;

    // What follows is ours, chosen by eye on news. A passage that only repeats is shown if it is this good, measured by the first one.
    private const double NearlyAsGood = 0.75;

    // What a passage is worth for itself, beside what it adds.
    private const double OwnShare = 0.5;

    // A word of the intertitre is read with the paragraph, but says less of it than a word inside.
    private const double HeadingShare = 0.5;

    private readonly Highlighter _highlighter;
    private readonly int[] _meanings;
    private readonly double[] _weights;
    private readonly ExcerptFinder _excerpts;

    /// <summary>Finds passages for one query in articles of one reader: leaves count by their inverse document frequency as in BM25.</summary>
    public PassageFinder(Highlighter highlighter, IndexReader reader)
        : this(highlighter, leaf => Rarity(leaf, highlighter.Forms, reader))
    {
    }

    /// <summary>Finds passages for one query.</summary>
    /// <param name="highlighter">The highlighter of the query.</param>
    /// <param name="rarity">How much each of its leaves counts, above 0.</param>
    public PassageFinder(Highlighter highlighter, Func<QueryLeaf, double> rarity)
    {
        _highlighter = highlighter;
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        _meanings = [.. highlighter.Leaves.Select(Meaning).Select(meaning => numbers.TryGetValue(meaning, out var known) ? known : numbers[meaning] = numbers.Count)];
        _weights = new double[numbers.Count];
        for (var number = 0; number < _meanings.Length; number++)
        {
            _weights[_meanings[number]] = Math.Max(_weights[_meanings[number]], rarity(highlighter.Leaves[number]));
        }

        _excerpts = new ExcerptFinder(_meanings, _weights);
    }

    /// <summary>The best paragraphs, best first; the first paragraph if none matches; none if the article has none.</summary>
    public IReadOnlyList<Passage> Find(IReadOnlyList<Paragraph> paragraphs)
    {
        var candidates = new List<Candidate>();
        for (var i = 0; i < paragraphs.Count && _highlighter.Leaves.Count > 0; i++)
        {
            var heading = paragraphs[i].Heading is { } title ? _highlighter.Find(title, QueryPlace.Text) : TextMatch.None;
            var match = _highlighter.Find(paragraphs[i].Text, QueryPlace.Text);
            if (match.Matched.Count + heading.Matched.Count > 0)
            {
                candidates.Add(CandidateOf(i, paragraphs[i], match, heading));
            }
        }

        if (candidates.Count == 0 && paragraphs.Count > 0)
        {
            candidates.Add(CandidateOf(0, paragraphs[0], TextMatch.None, TextMatch.None));
        }

        return [.. Chosen(candidates).Select(candidate =>
            candidate.Excerpt.ToPassage(candidate.Number, candidate.Paragraph.Heading, candidate.Paragraph.Text, candidate.Match.Stretches))];
    }

    private Candidate CandidateOf(int number, Paragraph paragraph, TextMatch match, TextMatch heading)
    {
        var excerpt = _excerpts.Find(paragraph.Text, match);
        var opening = heading.Matched.Select(leaf => _meanings[leaf]).Distinct().Except(excerpt.Meanings).ToList();
        return new Candidate(
            number, paragraph, match, excerpt, [.. excerpt.Meanings, .. opening], excerpt.Score + (HeadingShare * opening.Sum(meaning => _weights[meaning])));
    }

    private List<Candidate> Chosen(List<Candidate> candidates)
    {
        var chosen = new List<Candidate>(MaxPassages);
        var covered = new HashSet<int>();
        while (chosen.Count < MaxPassages)
        {
            var next = candidates
                .Where(candidate => chosen.Count == 0 || candidate.Score >= NearlyAsGood * chosen[0].Score || candidate.Meanings.Any(meaning => !covered.Contains(meaning)))
                .MaxBy(candidate => candidate.Meanings.Where(meaning => !covered.Contains(meaning)).Sum(meaning => _weights[meaning]) + (OwnShare * candidate.Score));
            if (next is null)
            {
                break;
            }

            chosen.Add(next);
            candidates.Remove(next);
            covered.UnionWith(next.Meanings);
        }

        return chosen;
    }

    /// <summary>What makes two leaves the same thing: <c>trains</c> and <c>train</c> are, wherever they are looked for.</summary>
    private static string Meaning(QueryLeaf leaf) => leaf switch
    {
        QueryTerm term => (term.Together ? "-" : "") + string.Join('\n', term.Words.Select(word => string.Join('|', word.Lemmas.Order(StringComparer.Ordinal)))),
        QueryPhrase phrase => $"\"{phrase.Slop}\n" + string.Join('\n', phrase.Forms),
        QueryPattern pattern => $"*{pattern.Match}\n{pattern.Form}",
        _ => leaf.ToString(),
    };

    /// <summary>The rarity of a leaf: of an expression that of its rarest word, of a phrase twice that of a word that stands in one article alone.</summary>
    private static double Rarity(QueryLeaf leaf, ExpandedForms forms, IndexReader reader)
    {
        var lookup = TermLookup.In(reader);
        return leaf switch
        {
            QueryTerm term => term.Words.Max(word => OfTerms(word.Lemmas, AnalysisLevel.Lemma)),
            QueryPhrase { Forms: [var only] } => OfTerms([only], AnalysisLevel.Exact),
            QueryPhrase => 2 * Idf(1),
            QueryPattern pattern when forms.Of(pattern) is [var frequent, ..] => OfTerms([frequent], AnalysisLevel.Exact),
            _ => Idf(1),
        };

        double OfTerms(IReadOnlyList<string> terms, AnalysisLevel level) =>
            Idf(terms.Max(term => IndexSchema.TextFields.Max(field => lookup.Frequency(new Term(IndexSchema.At(field, level), term)))));

        double Idf(int frequency) => Math.Log(1 + ((reader.MaxDoc - frequency + 0.5) / (frequency + 0.5)));
    }

    private sealed record Candidate(int Number, Paragraph Paragraph, TextMatch Match, Excerpt Excerpt, IReadOnlyList<int> Meanings, double Score);
}
