using Lucene.Net.Index;
using Lucene.Net.Util;
using SearchService.Indexing;
using SearchService.Searching.Facets;

namespace SearchService.Searching;

/// <summary>Whether documents pass the filters of a request. Not for two threads.</summary>
internal sealed class ArticleFilter(IReadOnlyList<FacetCounter> counters, DayRange days)
{
    private readonly FacetCounter[] _filters = [.. counters.Where(counter => counter.Filters)];
    private NumericDocValues? _day;
    private IBits? _hasDay;

    /// <summary>Whether every document passes.</summary>
    public bool IsOpen => _filters.Length == 0 && days.IsOpen;

    public void SetSegment(AtomicReader segment)
    {
        foreach (var filter in _filters)
        {
            filter.SetSegment(segment);
        }

        _day = segment.GetNumericDocValues(IndexSchema.Day);
        _hasDay = segment.GetDocsWithField(IndexSchema.Day);
    }

    /// <summary>Whether a document of the segment passes.</summary>
    public bool Accepts(int document) =>
        (days.IsOpen || (_day is not null && _hasDay!.Get(document) && days.Contains((int)_day.Get(document))))
        && Array.TrueForAll(_filters, filter => filter.HasSelected(document));
}
