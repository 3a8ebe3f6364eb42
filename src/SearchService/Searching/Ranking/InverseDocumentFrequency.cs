using Lucene.Net.Index;
using Lucene.Net.Search;

namespace SearchService.Searching.Ranking;

/// <summary>How much a word tells: the rarer, the more. The form of BM25 that is never negative, as in Lucene since version 4.</summary>
public static class InverseDocumentFrequency
{
    /// <summary>The weight of a word: <c>ln(1 + (N - n + 0.5) / (n + 0.5))</c>.</summary>
    /// <param name="frequency">In how many of the articles it stands.</param>
    /// <param name="documents">How many articles there are.</param>
    public static double Of(long frequency, long documents) => Math.Log(1 + ((Math.Max(0, documents - frequency) + 0.5) / (frequency + 0.5)));

    /// <summary>The weight of a term or phrase in a reader; a phrase weighs as much as its words together. Null if no word of it occurs.</summary>
    internal static double? Of(Query query, IndexReader reader)
    {
        switch (query)
        {
            case TermQuery term:
                var frequency = TermLookup.In(reader).Frequency(term.Term);
                return frequency == 0 ? null : Of(frequency, reader.MaxDoc);
            case PhraseQuery phrase:
                return Sum(phrase.GetTerms().Select(term => new[] { term }), reader);
            case MultiPhraseQuery phrase:
                return Sum(phrase.GetTermArrays(), reader);
            default:
                return null;
        }
    }

    private static double? Sum(IEnumerable<Term[]> positions, IndexReader reader)
    {
        var terms = TermLookup.In(reader);
        var sum = 0.0;
        foreach (var position in positions)
        {
            var frequency = position.Max(terms.Frequency);
            if (frequency == 0)
            {
                return null;
            }

            sum += Of(frequency, reader.MaxDoc);
        }

        return sum;
    }
}
