using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;
using SearchService.Searching;

namespace SearchService.Pages;

/// <summary>What the search page shows.</summary>
/// <param name="Parameters">The parameters as they came.</param>
/// <param name="Request">The search; everything if the parameters cannot be used.</param>
/// <param name="Response">The answer, or null if there is none.</param>
/// <param name="Message">Why there is none, in French, or null.</param>
public sealed record SearchView(SearchParameters Parameters, SearchRequest Request, SearchResponse? Response, string? Message)
{
    /// <summary>The number of the first hit, from 1.</summary>
    public int First => ((Request.Page - 1) * Request.Size) + 1;

    /// <summary>The address of the page before, or null.</summary>
    public string? Previous => Request.Page > 1 ? Link(Request.Page - 1, Parameters.From, Parameters.To) : null;

    /// <summary>The address of the next page, or null.</summary>
    public string? Next =>
        Response is not null && Request.Page * Request.Size < Response.Total && (Request.Page + 1) * Request.Size <= SearchRequest.MaxPagedHits
            ? Link(Request.Page + 1, Parameters.From, Parameters.To)
            : null;

    /// <summary>The address of the same search within a day, month or year.</summary>
    public string LinkToDate(string period) => Link(
        1,
        Day(DayRange.TryParseDay(period, end: false, out var first) ? first : null),
        Day(DayRange.TryParseDay(period, end: true, out var last) ? last : null));

    /// <summary>The address of the same search with another query.</summary>
    public string LinkToQuery(string text) => (this with { Request = Request with { Query = text } }).Link(1, Parameters.From, Parameters.To);

    /// <summary>The first day asked for, as a date field takes it.</summary>
    public string? FirstDay => Day(Request.Days.From);

    /// <summary>The last day asked for, as a date field takes it.</summary>
    public string? LastDay => Day(Request.Days.To);

    private static string? Day(int? day) => day is { } number
        ? string.Create(CultureInfo.InvariantCulture, $"{number / 10000:0000}-{number / 100 % 100:00}-{number % 100:00}")
        : null;

    private string Link(int page, string? from, string? to)
    {
        var query = new QueryBuilder();
        Add("q", Request.Query);
        Add("sort", Parameters.Sort);
        Add("operator", Parameters.Operator);
        Add("collapse", Parameters.Collapse);
        Add("from", from);
        Add("to", to);
        query.Add("topic", Request.Topics);
        query.Add("story", Request.Stories);
        query.Add("source", Request.Sources);
        Add("page", page == 1 ? null : page.ToString(CultureInfo.InvariantCulture));
        return "/" + query.ToQueryString();

        void Add(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value))
            {
                query.Add(name, value);
            }
        }
    }
}
