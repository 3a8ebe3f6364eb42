using SearchService.Searching;
using SearchService.Searching.Facets;

namespace SearchService.Pages.Results;

/// <summary>What the search page shows.</summary>
/// <param name="Text">What stands in the search field.</param>
/// <param name="Request">The search; everything if the parameters cannot be used.</param>
/// <param name="Response">The answer, or null if there is none.</param>
/// <param name="Message">Why there is none, in French, or null.</param>
/// <param name="Now">The moment from which dates are told.</param>
public sealed record SearchView(string? Text, SearchRequest Request, SearchResponse? Response, string? Message, DateTimeOffset Now)
{
    /// <summary>The number of the first hit, from 1.</summary>
    public int First => ((Request.Page - 1) * Request.Size) + 1;

    /// <summary>How many pages there are; they reach the first 10,000 hits. Null if nobody knows: a total counts articles, not what they are folded into.</summary>
    public int? Pages => Response is null || Request.Size == 0 || Request.Collapse
        ? null
        : (Math.Min(Response.Total, SearchRequest.MaxPagedHits) + Request.Size - 1) / Request.Size;

    /// <summary>The address of the page before, or null.</summary>
    public string? Previous => Request.Page > 1 ? SearchAddress.Of(Request with { Page = Request.Page - 1 }) : null;

    /// <summary>The address of the next page, or null; beyond the first 10,000 hits a cursor goes on.</summary>
    public string? Next => this switch
    {
        { Response.NextCursor: { } cursor } => Request.Cursor is null && (Request.Page + 1) * Request.Size <= SearchRequest.MaxPagedHits
            ? SearchAddress.Of(Request with { Page = Request.Page + 1 })
            : SearchAddress.Of(Request with { Page = 1, Cursor = SearchCursor.Parse(cursor) }),
        _ => null,
    };

    /// <summary>Whether anything narrows the search beside its words.</summary>
    public bool IsFiltered => Request.Topics.Count + Request.Stories.Count + Request.Sources.Count > 0 || !Request.Days.IsOpen;

    /// <summary>The same search from its first hit: what every link of the page starts from.</summary>
    public SearchRequest Start => Request with { Page = 1, Cursor = null };

    /// <summary>The same search without filters.</summary>
    public SearchRequest Unfiltered => Start with { Topics = [], Stories = [], Sources = [], Days = default };

    /// <summary>The query that was answered: as it was typed, or in its better spelling.</summary>
    public string AnsweredQuery => Response?.DidYouMean is { Applied: true } spelling ? spelling.Query : Request.Query;

    /// <summary>The address of an article; it carries the query, for the marks.</summary>
    public string LinkTo(SearchHit hit) => "/articles/" + hit.Id + (AnsweredQuery.Length == 0 ? "" : "?q=" + Uri.EscapeDataString(AnsweredQuery));

    /// <summary>The address of the same search with another query.</summary>
    public string LinkToQuery(string text) => SearchAddress.Of(Start with { Query = text });

    /// <summary>The values of a facet, or none.</summary>
    public IReadOnlyList<FacetValue> Facet(string name) => Response?.Facets.GetValueOrDefault(name) ?? [];

    /// <summary>What narrows the search, each with the address of the search without it.</summary>
    public IReadOnlyList<(string Text, string Without)> Chips =>
    [
        .. Request.Topics.Select(value => (PageText.Topic(value), SearchAddress.Of(Start with { Topics = Other(Request.Topics, value) }))),
        .. Request.Stories.Select(value => (value, SearchAddress.Of(Start with { Stories = Other(Request.Stories, value) }))),
        .. Request.Sources.Select(value => (value, SearchAddress.Of(Start with { Sources = Other(Request.Sources, value) }))),
        .. Request.Days.IsOpen ? [] : new[] { (PageText.Days(Request.Days), SearchAddress.Of(Start with { Days = default })) },
    ];

    private static string[] Other(IReadOnlyList<string> values, string value) => [.. values.Where(other => other != value)];
}
