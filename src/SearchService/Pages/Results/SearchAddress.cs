using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;
using SearchService.Searching;

namespace SearchService.Pages.Results;

/// <summary>The shortest address of a search: what is not said has its default. Two equal searches have one address.</summary>
public static class SearchAddress
{
    /// <summary>The address of a search.</summary>
    /// <param name="request">The search.</param>
    /// <param name="path">Which page of ours answers it.</param>
    public static string Of(SearchRequest request, string path = "/")
    {
        var query = new QueryBuilder();
        Add("q", request.Query);
        Add("sort", request.Sort == SearchSort.Relevance ? null : Name(request.Sort));
        Add("operator", request.Operator == SearchOperator.Auto ? null : Name(request.Operator));
        Add("collapse", request.Collapse ? "story" : null);
        Add("size", request.Size == new SearchRequest().Size ? null : request.Size.ToString(CultureInfo.InvariantCulture));
        Add("from", Day(request.Days.From));
        Add("to", Day(request.Days.To));
        query.Add("topic", request.Topics);
        query.Add("story", request.Stories);
        query.Add("source", request.Sources);
        Add("page", request.Page == 1 ? null : request.Page.ToString(CultureInfo.InvariantCulture));
        Add("cursor", request.Cursor?.ToString());
        return path + query.ToQueryString();

        void Add(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value))
            {
                query.Add(name, value);
            }
        }
    }

    /// <summary>A value as the parameters name it.</summary>
    public static string Name<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();

    /// <summary>A day (yyyymmdd) as date fields and parameters take it, or null.</summary>
    public static string? Day(int? day) => day is { } number
        ? string.Create(CultureInfo.InvariantCulture, $"{number / 10000:0000}-{number / 100 % 100:00}-{number % 100:00}")
        : null;
}
