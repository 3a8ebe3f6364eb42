using Lucene.Net.Index;
using SearchService.Analysis;
using SearchService.Articles;
using SearchService.Indexing;
using SearchService.Searching.Queries;

namespace SearchService.Searching.Highlighting;

/// <summary>
/// Chooses the paragraphs of an article that answer a query best: those with more of its words, the rarer the better (inverse document frequency as
/// in BM25), a phrase counting as two words as rare as a word of one article.
/// </summary>
public sealed class PassageFinder
{
    private const int MaxPassages = 3;

    private readonly Highlighter _highlighter;
    private readonly double[] _weights;

    /// <summary>Finds passages for one query in articles of one reader.</summary>
    public PassageFinder(AnalyzedQuery query, Highlighter highlighter, IndexReader reader)
    {
        _highlighter = highlighter;
        _weights = new double[highlighter.Count];
        Array.Fill(_weights, 2 * Rarity(1, reader.NumDocs), highlighter.Terms.Count, query.Phrases.Count);
        for (var number = 0; number < highlighter.Terms.Count; number++)
        {
            // An expression is as rare as its rarest word.
            _weights[number] = highlighter.Terms[number].Words.Max(word => Rarity(word.Lemmas.Max(Frequency), reader.MaxDoc));
        }

        int Frequency(string lemma) => IndexSchema.TextFields.Max(field => reader.DocFreq(new Term(IndexSchema.At(field, AnalysisLevel.Lemma), lemma)));
    }

    /// <summary>The best paragraphs, best first; the first paragraph if none matches; none if the article has none.</summary>
    public IReadOnlyList<Passage> Find(IReadOnlyList<Paragraph> paragraphs)
    {
        if (paragraphs.Count == 0)
        {
            return [];
        }

        if (_highlighter.Count == 0)
        {
            return [Unmarked(paragraphs[0])];
        }

        var scored = new List<(int Number, double Score, TextMatch Match)>();
        for (var i = 0; i < paragraphs.Count; i++)
        {
            var match = _highlighter.Find(paragraphs[i].Text);
            if (match.Matched.Count > 0)
            {
                scored.Add((i, match.Matched.Sum(number => _weights[number]), match));
            }
        }

        return scored.Count == 0
            ? [Unmarked(paragraphs[0])]
            : [.. scored.OrderByDescending(passage => passage.Score).ThenBy(passage => passage.Number).Take(MaxPassages).Select(passage =>
                new Passage(passage.Number, paragraphs[passage.Number].Heading, paragraphs[passage.Number].Text,
                    Html.Mark(paragraphs[passage.Number].Text, passage.Match.Stretches)))];
    }

    private static Passage Unmarked(Paragraph first) => new(0, first.Heading, first.Text, Html.Mark(first.Text, []));

    private static double Rarity(int frequency, int documents) => Math.Log(1 + ((documents - frequency + 0.5) / (frequency + 0.5)));
}
