using Lucene.Net.Index;
using SearchService.Searching.Tables;

namespace SearchService.Searching.Facets;

/// <summary>The values of one facet in one segment, as their numbers, document by document. Safe for all threads.</summary>
internal sealed class FacetColumn
{
    private readonly int[] _numbers;
    private readonly int[] _ends; // where the values of a document end; empty if none has more than one

    private FacetColumn(int[] numbers, int[] ends) => (_numbers, _ends) = (numbers, ends);

    /// <summary>Reads the values of a segment.</summary>
    /// <param name="values">The values, or null if no document has one.</param>
    /// <param name="numbers">The number of each ordinal.</param>
    /// <param name="documents">How many documents there are.</param>
    public static FacetColumn? Read(SortedSetDocValues? values, int[] numbers, int documents)
    {
        if (values is null)
        {
            return null;
        }

        var all = new List<int>(documents);
        var ends = new int[documents];
        var single = new int[documents];
        var isSingle = true;
        for (var document = 0; document < documents; document++)
        {
            single[document] = -1;
            values.SetDocument(document);
            for (var ord = values.NextOrd(); ord != SortedSetDocValues.NO_MORE_ORDS; ord = values.NextOrd())
            {
                isSingle &= single[document] < 0;
                single[document] = numbers[ord];
                all.Add(numbers[ord]);
            }

            ends[document] = all.Count;
        }

        return isSingle ? new FacetColumn(single, []) : new FacetColumn([.. all], ends);
    }

    /// <summary>Counts the values of the documents of a set.</summary>
    /// <param name="documents">The documents.</param>
    /// <param name="counts">Per number, how many documents have the value.</param>
    public void Count(DocumentSet documents, int[] counts)
    {
        if (_ends.Length == 0)
        {
            for (var document = documents.NextFrom(0); document < _numbers.Length; document = documents.NextFrom(document + 1))
            {
                if (_numbers[document] is >= 0 and var number)
                {
                    counts[number]++;
                }
            }

            return;
        }

        for (var document = documents.NextFrom(0); document < _ends.Length; document = documents.NextFrom(document + 1))
        {
            foreach (var number in Of(document))
            {
                counts[number]++;
            }
        }
    }

    /// <summary>The documents with a value.</summary>
    public DocumentSet With(int number)
    {
        var set = DocumentSet.Create(_ends.Length == 0 ? _numbers.Length : _ends.Length);
        for (var document = 0; document < set.Documents; document++)
        {
            if (Of(document).Contains(number))
            {
                set.Add(document);
            }
        }

        return set;
    }

    private ReadOnlySpan<int> Of(int document)
    {
        if (_ends.Length == 0)
        {
            return _numbers.AsSpan(document, 1);
        }

        var start = document == 0 ? 0 : _ends[document - 1];
        return _numbers.AsSpan(start, _ends[document] - start);
    }
}
