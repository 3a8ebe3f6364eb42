using System.Globalization;
using SearchService.Searching;
using SearchService.Searching.Facets;

namespace SearchService.Pages.Results;

/// <summary>The date facet as a row of bars without gaps: days, months or years, whichever the facet counts.</summary>
public sealed class DateHistogram
{
    // Dates may be wrong by centuries; what came before the last ones of so many bars is left out.
    private const int MaxBars = 120;

    private DateHistogram(IReadOnlyList<DateBar> bars) => Bars = bars;

    /// <summary>The bars, earliest first.</summary>
    public IReadOnlyList<DateBar> Bars { get; }

    /// <summary>What one bar counts, in French.</summary>
    public string Unit => Bars is not [var first, ..] ? "" : first.Value.Length switch { 10 => "jour", 7 => "mois", _ => "année" };

    /// <summary>The most articles of a bar, 0 without bars.</summary>
    public int Most => Bars.Count == 0 ? 0 : Bars.Max(bar => bar.Count);

    /// <summary>Makes the bars of a facet.</summary>
    public static DateHistogram Of(IReadOnlyList<FacetValue> facet) => facet.Count == 0
        ? new DateHistogram([])
        : Of(facet, Start(facet.Min(value => value.Value)!), Start(facet.Max(value => value.Value)!), facet[0].Value.Length);

    /// <summary>Makes a bar for each day from one to another, or for each month from the first of one to the first of another, of a facet that counts either.</summary>
    public static DateHistogram Between(IReadOnlyList<FacetValue> facet, DateOnly first, DateOnly last, bool byMonth) => Of(facet, first, last, byMonth ? 7 : 10);

    private static DateHistogram Of(IReadOnlyList<FacetValue> facet, DateOnly start, DateOnly end, int length)
    {
        var counts = facet.GroupBy(value => value.Value[..length], StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Sum(value => value.Count));
        var bars = new List<DateBar>();
        for (var at = end; at >= start && bars.Count < MaxBars; at = Before(at, length))
        {
            var value = at.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)[..length];
            bars.Add(new DateBar(value, counts.GetValueOrDefault(value), Edge(value, end: false), Edge(value, end: true)));
            if (at == start)
            {
                break; // before the first day of the calendar there is none
            }
        }

        bars.Reverse();
        return new DateHistogram(bars);
    }

    private static DateOnly Start(string value) =>
        DateOnly.ParseExact(value.Length switch { 10 => value, 7 => value + "-01", _ => value + "-01-01" }, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateOnly Before(DateOnly at, int length) => length switch
    {
        10 => at.AddDays(-1),
        7 => at.AddMonths(-1),
        _ => at.AddYears(-1),
    };

    private static string Edge(string value, bool end) => DayRange.TryParseDay(value, end, out var day) ? SearchAddress.Day(day)! : value;
}
