using Lucene.Net.Index;
using SearchService.Searching.Tables;

namespace SearchService.Searching.Facets;

/// <summary>
/// Applies the filters of a request to the documents that match its query, and counts the facets. A document that fails exactly one facet's filter still counts in
/// that facet: it is what choosing another value there would add. For one search.
/// </summary>
/// <param name="counters">The counters of the facets with values.</param>
/// <param name="counted">Per counter, whether the request wants its counts.</param>
/// <param name="dates">Counts dates, or null.</param>
/// <param name="days">The days to keep.</param>
internal sealed class FacetedMatches(FacetCounter[] counters, bool[] counted, DateCounter? dates, DayRange days)
{
    private readonly FacetCounter[] _filters = [.. counters.Where(counter => counter.Filters)];

    /// <summary>How many documents passed all filters.</summary>
    public int Total { get; private set; }

    /// <summary>Leaves those documents of a segment that pass all filters, and counts.</summary>
    /// <param name="documents">The documents that match the query, without deleted ones.</param>
    /// <param name="segment">The segment.</param>
    public void Filter(DocumentSet documents, AtomicReader segment)
    {
        FilterDays(documents, segment);
        for (var i = 0; i < counters.Length; i++)
        {
            if (counted[i] && counters[i].Filters)
            {
                using var besideOwn = DocumentSet.Rent(documents.Documents);
                besideOwn.Or(documents);
                Filter(besideOwn, segment, but: counters[i]);
                counters[i].Count(besideOwn, segment);
            }
        }

        Filter(documents, segment, but: null);
        Total += documents.Count();
        for (var i = 0; i < counters.Length; i++)
        {
            if (counted[i] && !counters[i].Filters)
            {
                counters[i].Count(documents, segment);
            }
        }

        dates?.Count(documents, segment);
    }

    private void Filter(DocumentSet documents, AtomicReader segment, FacetCounter? but)
    {
        foreach (var filter in _filters)
        {
            if (filter != but)
            {
                filter.Filter(documents, segment);
            }
        }
    }

    private void FilterDays(DocumentSet documents, AtomicReader segment)
    {
        if (days.IsOpen)
        {
            return;
        }

        var columns = SegmentColumns.Of(segment);
        bool[] kept = [.. columns.Days.Select(day => day != 0 && days.Contains(day))];
        for (var document = documents.NextFrom(0); document < documents.Documents; document = documents.NextFrom(document + 1))
        {
            if (!kept[columns.DayNumbers[document]])
            {
                documents.Remove(document);
            }
        }
    }
}
