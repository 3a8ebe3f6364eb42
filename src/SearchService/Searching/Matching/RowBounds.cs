using System.Numerics;
using Lucene.Net.Index;
using SearchService.Analysis;
using SearchService.Indexing;
using SearchService.Searching.Ranking;
using SearchService.Searching.Tables;

namespace SearchService.Searching.Matching;

/// <summary>
/// The most that words in a row add to the score of a document: a pair only where both stand in one field, the whole row only where all stand in the headline, which most
/// documents of a search do not have. For one search.
/// </summary>
internal sealed class RowBounds : IDisposable
{
    private readonly List<(DocumentSet Documents, double Most)> _parts = [];

    /// <summary>The bounds of the rows of a query in a segment.</summary>
    public RowBounds(IReadOnlyList<ProximityScorer> rows, MatchingDocuments matching, AtomicReaderContext segment)
    {
        AreExact = true;
        foreach (var row in rows)
        {
            var inText = Of(row.Row, IndexSchema.Text, matching, segment);
            var inHeadline = Of(row.Row, IndexSchema.Headline, matching, segment);
            AreExact &= row.ReadPlaces();
            var whole = DocumentSet.Rent(inHeadline[0].Documents);
            whole.Or(inHeadline[0]);
            for (var i = 1; i < inText.Count; i++)
            {
                whole.And(inHeadline[i]);
                inText[i - 1].And(inText[i]);
                inHeadline[i - 1].And(inHeadline[i]);
                inText[i - 1].Or(inHeadline[i - 1]);
                _parts.Add((inText[i - 1], row.MostOfPair(i - 1)));
            }

            _parts.Add((whole, row.MostOfRow));
            inText[^1].Dispose();
            inHeadline.ForEach(set => set.Dispose());
        }

        Most = _parts.Sum(part => part.Most);
    }

    /// <summary>Whether the places of all words are known from former searches: then asking a row costs little more than its bound.</summary>
    public bool AreExact { get; }

    /// <summary>The most that any document can gain.</summary>
    public double Most { get; }

    /// <summary>Adds the most that each of some documents can gain.</summary>
    /// <param name="start">The first document of a word of a set.</param>
    /// <param name="documents">Which of the documents from there on are asked for, a bit each.</param>
    /// <param name="sums">The sums of these documents.</param>
    public void AddTo(int start, ulong documents, Span<float> sums)
    {
        foreach (var (set, most) in _parts)
        {
            for (var left = set.WordOf(start) & documents; left != 0; left &= left - 1)
            {
                sums[BitOperations.TrailingZeroCount(left)] += (float)most;
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _parts.ForEach(part => part.Documents.Dispose());

    private static List<DocumentSet> Of(WordRow row, string field, MatchingDocuments matching, AtomicReaderContext segment) =>
        [.. row.Words.Select(word => matching.Find([.. word.Word.Lemmas.Select(lemma => new Term(IndexSchema.At(field, AnalysisLevel.Lemma), lemma))], segment))];
}
