using System.Globalization;

namespace SearchService.Searching;

/// <summary>Days of publication, both ends included. A day is a number yyyymmdd.</summary>
/// <param name="From">The first day, or null.</param>
/// <param name="To">The last day, or null.</param>
public readonly record struct DayRange(int? From, int? To)
{
    /// <summary>Whether it leaves no day out.</summary>
    public bool IsOpen => From is null && To is null;

    /// <summary>Whether a day lies in it.</summary>
    public bool Contains(int day) => !(day < From) && !(day > To);

    /// <summary>Reads <c>2025-12-24</c>, <c>2025-12</c> or <c>2025</c>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="end">Whether the last day of a month or year is meant, not the first.</param>
    /// <param name="day">The day as yyyymmdd.</param>
    public static bool TryParseDay(string text, bool end, out int day)
    {
        day = 0;
        if (TryParse(text, "yyyy-MM-dd", out var date))
        {
        }
        else if (TryParse(text, "yyyy-MM", out date))
        {
            date = end ? new DateOnly(date.Year, date.Month, DateTime.DaysInMonth(date.Year, date.Month)) : date;
        }
        else if (TryParse(text, "yyyy", out date))
        {
            date = end ? new DateOnly(date.Year, 12, 31) : date;
        }
        else
        {
            return false;
        }

        day = (date.Year * 10000) + (date.Month * 100) + date.Day;
        return true;
    }

    private static bool TryParse(string text, string format, out DateOnly date) =>
        DateOnly.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out date);
}
