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

    private readonly Dictionary<int, int> _days = [];

    /// <summary>Counts the days of the documents of a set.</summary>
    public void Count(DocumentSet documents, AtomicReader segment)
    {
        var columns = SegmentColumns.Of(segment);
        var (days, numbers) = (columns.Days, columns.DayNumbers);
        var counts = new int[days.Length];
        for (var document = documents.NextFrom(0); document < numbers.Length; document = documents.NextFrom(document + 1))
        {
            counts[numbers[document]]++;
        }

        for (var i = 0; i < counts.Length; i++)
        {
            if (counts[i] > 0 && days[i] != 0)
            {
                CollectionsMarshal.GetValueRefOrAddDefault(_days, days[i], out _) += counts[i];
            }
        }
    }

    /// <summary>The most frequent values up to a number; most frequent first, then earliest.</summary>
    public IReadOnlyList<FacetValue> Top(int size)
    {
        if (_days.Count == 0)
        {
            return [];
        }

        var first = Date(_days.Keys.Min());
        var last = Date(_days.Keys.Max());
        var months = ((last.Year - first.Year) * 12) + last.Month - first.Month + 1;
        Func<int, string> name = last.DayNumber - first.DayNumber + 1 <= MaxDays
            ? day => Date(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : months <= MaxMonths
                ? day => Date(day).ToString("yyyy-MM", CultureInfo.InvariantCulture)
                : day => Date(day).ToString("yyyy", CultureInfo.InvariantCulture);
        return
        [
            .. _days.GroupBy(day => name(day.Key), day => day.Value, StringComparer.Ordinal)
                .Select(group => new FacetValue(group.Key, group.Sum(), Selected: false))
                .OrderByDescending(value => value.Count)
                .ThenBy(value => value.Value, StringComparer.Ordinal)
                .Take(size),
        ];
    }

    private static DateOnly Date(int day) => new(day / 10000, day / 100 % 100, day % 100);
}
