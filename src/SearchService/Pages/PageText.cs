using System.Globalization;
using SearchService.Searching;

namespace SearchService.Pages;

/// <summary>Numbers, dates and short lines as French readers write them.</summary>
public static class PageText
{
    /// <summary>A no-break space, which stands before a colon and inside « ».</summary>
    public const string Space = "\u00A0";

    /// <summary>A narrow no-break space, which stands before ; ! ? and between thousands.</summary>
    public const string Narrow = "\u202F";

    /// <summary>The culture of the pages.</summary>
    public static CultureInfo French { get; } = CultureInfo.GetCultureInfo("fr-FR");

    /// <summary>A number with its thousands apart.</summary>
    public static string Number(int number) => number.ToString("N0", French);

    /// <summary>How many articles were found.</summary>
    public static string Total(int total) => total switch
    {
        0 => "Aucun article",
        1 => "1" + Space + "article",
        _ => Number(total) + Space + "articles",
    };

    /// <summary>How long a search took, in milliseconds.</summary>
    public static string Took(double milliseconds) => (milliseconds < 10 ? Math.Max(0.1, milliseconds).ToString("0.#", French) : milliseconds.ToString("N0", French)) + Space + "ms";

    /// <summary>A text in French quotes.</summary>
    public static string Quoted(string text) => "«" + Space + text + Space + "»";

    /// <summary>A topic; what is below another shows so.</summary>
    public static string Topic(string topic) => topic.Replace("/", " › ", StringComparison.Ordinal);

    /// <summary>A text that begins with a capital.</summary>
    public static string Sentence(string text) => text.Length == 0 ? text : char.ToUpper(text[0], French) + text[1..];

    /// <summary>A day, month or year of the date facet in words.</summary>
    public static string Period(string value) => value.Length switch
    {
        10 => Day(DateOnly.ParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture)),
        7 => DateOnly.ParseExact(value, "yyyy-MM", CultureInfo.InvariantCulture).ToString("MMMM yyyy", French),
        _ => value,
    };

    /// <summary>A day in words: <c>24 décembre 2025</c>, <c>1er mars 2025</c>.</summary>
    public static string Day(DateOnly day) =>
        (day.Day == 1 ? "1er" : day.Day.ToString(French)) + Space + day.ToString("MMMM", French) + Space + day.ToString("yyyy", CultureInfo.InvariantCulture);

    /// <summary>Days of a search in words; both ends may be open, not both at once.</summary>
    public static string Days(DayRange days) => (days.From, days.To) switch
    {
        ({ } from, { } to) when from == to => Day(from),
        ({ } from, { } to) => "du " + DayBefore(from, to) + " au " + Day(to),
        ({ } from, null) => "depuis le " + Day(from),
        (null, { } to) => "jusqu’au " + Day(to),
        _ => "toutes les dates",
    };

    /// <summary>When something was published as people say it: <c>il y a 2 h</c>, <c>24 décembre 2025</c>.</summary>
    public static string When(DateTimeOffset published, DateTimeOffset now)
    {
        var ago = now - published;
        return ago.TotalSeconds < 0 || ago.TotalHours >= 24
            ? Day(DateOnly.FromDateTime(published.Date))
            : ago.TotalMinutes < 1 ? "à l’instant"
            : "il y a " + (ago.TotalHours < 1 ? ((int)ago.TotalMinutes).ToString(French) + Space + "min" : ((int)ago.TotalHours).ToString(French) + Space + "h");
    }

    /// <summary>Day and hour of a publication, in its own offset: <c>24 décembre 2025 à 9 h 30</c>.</summary>
    public static string Moment(DateTimeOffset published) =>
        $"{Day(DateOnly.FromDateTime(published.Date))} à {published.Hour}{Space}h{Space}{published.Minute:00}";

    /// <summary>An address that a browser may follow, or null: an article must not smuggle in a script.</summary>
    public static string? WebLink(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is ("http" or "https") ? uri.AbsoluteUri : null;

    private static string Day(int number) => Day(new DateOnly(number / 10000, number / 100 % 100, number % 100));

    /// <summary>A day before another, without the month and the year that both have: <c>du 21 au 27 septembre 2020</c>.</summary>
    private static string DayBefore(int number, int other)
    {
        var words = Day(number).Split(Space);
        return string.Join(Space, words.Take(number / 100 == other / 100 ? 1 : number / 10000 == other / 10000 ? 2 : 3));
    }
}
