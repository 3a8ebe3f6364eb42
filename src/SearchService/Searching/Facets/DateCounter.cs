using System.Buffers;
using System.Globalization;
using System.Runtime.InteropServices;
using Lucene.Net.Index;
using SearchService.Searching.Tables;

namespace SearchService.Searching.Facets;

/// <summary>Counts days of publication during one search and tells them as days, months or years, as their span asks. Not for two threads.</summary>
internal sealed class DateCounter
{
    private const int MaxDays = 31;
    private const int MaxMonths = 36;

    private readonly List<(int[] Days, int[] Counts)> _segments = [];

    /// <summary>Counts the days of the documents of a set.</summary>
    public void Count(DocumentSet documents, AtomicReader segment)
    {
        var columns = SegmentColumns.Of(segment);
        var (days, numbers) = (columns.Days, columns.DayNumbers);
        var counts = ArrayPool<int>.Shared.Rent(days.Length);
        counts.AsSpan(0, days.Length).Clear();
        for (var document = documents.NextFrom(0); document < numbers.Length; document = documents.NextFrom(document + 1))
        {
            counts[numbers[document]]++;
        }

        _segments.Add((days, counts));
    }

    /// <summary>The most frequent values up to a number; most frequent first, then earliest. Once: what was counted is given back.</summary>
    public IReadOnlyList<FacetValue> Top(int size)
    {
        var (first, last) = (int.MaxValue, 0);
        foreach (var (day, _) in Counted())
        {
            (first, last) = (Math.Min(first, day), Math.Max(last, day));
        }

        IReadOnlyList<FacetValue> top = last == 0 ? [] : Top(size, Date(first), Date(last));
        _segments.ForEach(segment => ArrayPool<int>.Shared.Return(segment.Counts));
        _segments.Clear();
        return top;
    }

    private IReadOnlyList<FacetValue> Top(int size, DateOnly first, DateOnly last)
    {
        var months = ((last.Year - first.Year) * 12) + last.Month - first.Month + 1;
        var (unit, format) = last.DayNumber - first.DayNumber + 1 <= MaxDays ? (1, "yyyy-MM-dd") : months <= MaxMonths ? (100, "yyyy-MM") : (10000, "yyyy");
        var counts = new Dictionary<int, int>();
        foreach (var (day, count) in Counted())
        {
            CollectionsMarshal.GetValueRefOrAddDefault(counts, day / unit, out _) += count;
        }

        return
        [
            .. counts.OrderByDescending(count => count.Value).ThenBy(count => count.Key).Take(size)
                .Select(count => new FacetValue(Date(FirstDay(count.Key, unit)).ToString(format, CultureInfo.InvariantCulture), count.Value, Selected: false)),
        ];
    }

    private IEnumerable<(int Day, int Count)> Counted()
    {
        foreach (var (days, counts) in _segments)
        {
            for (var i = 0; i < days.Length; i++)
            {
                if (counts[i] > 0 && days[i] != 0)
                {
                    yield return (days[i], counts[i]);
                }
            }
        }
    }

    /// <summary>The first day of a day, month or year as yyyymmdd.</summary>
    private static int FirstDay(int value, int unit) => (value * unit) + (unit == 1 ? 0 : unit == 100 ? 1 : 101);

    private static DateOnly Date(int day) => new(day / 10000, day / 100 % 100, day % 100);
}
