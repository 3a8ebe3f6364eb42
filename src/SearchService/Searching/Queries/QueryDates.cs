using System.Globalization;

namespace SearchService.Searching.Queries;

/// <summary>Days in a query: <c>2025-12-24</c>, <c>2025-12</c>, <c>2025</c>, <c>[2025-12-01..2025-12-24]</c>, <c>[2025..]</c>, <c>[..2025]</c>.</summary>
internal static class QueryDates
{
    /// <summary>How long they are at most, in UTF-16 units: two days, the dots and some spaces. No long text is read again and again.</summary>
    public const int MaxLength = 64;

    private const string Dots = "..";

    /// <summary>Reads what follows <c>date:</c>.</summary>
    /// <param name="value">The text from there.</param>
    /// <param name="word">The length of the word at its start.</param>
    /// <param name="days">The days. An end before the start is read the other way round: no other days can be meant.</param>
    /// <param name="length">How much of the text was read.</param>
    public static bool TryRead(ReadOnlySpan<char> value, int word, out DayRange days, out int length)
    {
        if (value is ['[', ..])
        {
            var close = value[..Math.Min(value.Length, MaxLength)].IndexOf(']');
            length = close + 1;
            days = default;
            return close > 0 && TryRange(value[1..close], out days);
        }

        length = word;
        days = default;
        return word <= MaxLength && (TryRange(value[..word].TrimEnd(",;:!?…"), out days) || (value[..word] is [.., '.'] && TryRange(value[..(word - 1)], out days)));
    }

    /// <summary>The days as they are typed.</summary>
    public static string Write(DayRange days) => days.From == days.To ? Day(days.From) : $"[{Day(days.From)}{Dots}{Day(days.To)}]";

    private static bool TryRange(ReadOnlySpan<char> text, out DayRange days)
    {
        var dots = text.IndexOf(Dots);
        var from = (dots < 0 ? text : text[..dots]).Trim().ToString();
        var to = dots < 0 ? from : text[(dots + Dots.Length)..].Trim().ToString();
        days = default;
        if (!TryDay(from, end: false, out var first) || !TryDay(to, end: true, out var last))
        {
            return false;
        }

        if (first > last)
        {
            _ = TryDay(to, end: false, out first);
            _ = TryDay(from, end: true, out last);
        }

        days = new DayRange(first, last);
        return !days.IsOpen;
    }

    private static bool TryDay(string text, bool end, out int? day)
    {
        day = null;
        if (text.Length == 0)
        {
            return true;
        }

        if (!DayRange.TryParseDay(text, end, out var number))
        {
            return false;
        }

        day = number;
        return true;
    }

    private static string Day(int? day) =>
        day is { } number ? string.Create(CultureInfo.InvariantCulture, $"{number / 10000:D4}-{number / 100 % 100:D2}-{number % 100:D2}") : "";
}
