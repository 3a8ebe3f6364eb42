using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using SearchService.Indexing;

namespace SearchService.Searching.Facets;

/// <summary>
/// Applies the filters, counts the facets and collects the hits in one pass. A document that fails exactly one facet's filter still counts in that
/// facet: it is what choosing another value there would add. Not for two threads.
/// </summary>
internal sealed class FacetedCollector : ICollector
{
    private const int DocumentsBetweenClockChecks = 2048;

    private readonly FacetCounter[] _counters;
    private readonly bool[] _counted;
    private readonly int[] _filters;
    private readonly DateCounter? _dates;
    private readonly DayRange _days;
    private readonly ICollector? _hits;
    private readonly Action _checkTime;
    private NumericDocValues? _day;
    private IBits? _hasDay;
    private int _untilClockCheck = DocumentsBetweenClockChecks;

    /// <param name="counters">The counters of the facets with values.</param>
    /// <param name="counted">Per counter, whether the request wants its counts.</param>
    /// <param name="dates">Counts dates, or null.</param>
    /// <param name="days">The days to keep.</param>
    /// <param name="hits">Collects the hits, or null if only their number matters.</param>
    /// <param name="checkTime">Throws when the search has taken too long.</param>
    public FacetedCollector(
        FacetCounter[] counters, bool[] counted, DateCounter? dates, DayRange days, ICollector? hits, Action checkTime)
    {
        _counters = counters;
        _counted = counted;
        _filters = [.. Enumerable.Range(0, counters.Length).Where(i => counters[i].Filters)];
        _dates = dates;
        _days = days;
        _hits = hits;
        _checkTime = checkTime;
    }

    /// <summary>How many documents passed all filters.</summary>
    public int Total { get; private set; }

    public bool AcceptsDocsOutOfOrder => _hits?.AcceptsDocsOutOfOrder ?? true;

    public void SetScorer(Scorer scorer) => _hits?.SetScorer(scorer);

    public void SetNextReader(AtomicReaderContext context)
    {
        _checkTime();
        _hits?.SetNextReader(context);
        foreach (var counter in _counters)
        {
            counter.SetSegment(context.AtomicReader);
        }

        _day = context.AtomicReader.GetNumericDocValues(IndexSchema.Day);
        _hasDay = context.AtomicReader.GetDocsWithField(IndexSchema.Day);
    }

    public void Collect(int doc)
    {
        if (--_untilClockCheck == 0)
        {
            _untilClockCheck = DocumentsBetweenClockChecks;
            _checkTime();
        }

        var day = _day is not null && _hasDay!.Get(doc) ? (int)_day.Get(doc) : 0;
        if (!_days.IsOpen && (day == 0 || !_days.Contains(day)))
        {
            return;
        }

        var failed = -1;
        foreach (var filter in _filters)
        {
            if (!_counters[filter].HasSelected(doc))
            {
                if (failed >= 0)
                {
                    return;
                }

                failed = filter;
            }
        }

        if (failed >= 0)
        {
            CountIn(failed, doc);
            return;
        }

        Total++;
        _hits?.Collect(doc);
        for (var i = 0; i < _counters.Length; i++)
        {
            CountIn(i, doc);
        }

        if (day != 0)
        {
            _dates?.Count(day);
        }
    }

    private void CountIn(int counter, int doc)
    {
        if (_counted[counter])
        {
            _counters[counter].Count(doc);
        }
    }
}
