using System.Globalization;
using SearchService.Articles;
using SearchService.Searching;
using SearchService.Searching.Facets;

namespace SearchService.Tests.Searching.Facets;

/// <summary>Filters and counts the articles that a query finds, one by one: slow, and obviously right.</summary>
public sealed class FacetTwin(IReadOnlyList<ClassifiedArticle> articles)
{
    private static readonly CompareInfo French = CultureInfo.GetCultureInfo("fr-FR").CompareInfo;

    /// <summary>How many articles a request finds.</summary>
    public int Total(SearchRequest request) => articles.Count(article => Matches(article, request, except: null));

    /// <summary>The facet as an answer lists it.</summary>
    public IReadOnlyList<FacetValue> Facet(SearchRequest request, FacetField field)
    {
        var values = articles.Where(article => Matches(article, request, field)).SelectMany(article => Values(article, field)).ToList();
        if (field == FacetField.Date)
        {
            values = [.. values.Select(day => day[..DateLength(values)])];
        }

        var selected = request.Selected(field);
        var counted = values.CountBy(value => value).Select(pair => new FacetValue(pair.Key, pair.Value, selected.Contains(pair.Key))).ToList();
        var listed = Order(counted).Take(request.FacetSize);
        var missing = selected.Distinct().Where(value => !listed.Any(other => other.Value == value))
            .Select(value => new FacetValue(value, counted.Find(other => other.Value == value)?.Count ?? 0, Selected: true));
        return [.. Order(listed.Concat(missing).ToList())];
    }

    private static IEnumerable<FacetValue> Order(List<FacetValue> values) => values
        .OrderByDescending(value => value.Count)
        .ThenBy(value => value.Value, Comparer<string>.Create((left, right) => French.Compare(left, right)))
        .ThenBy(value => value.Value, StringComparer.Ordinal);

    private static bool Matches(ClassifiedArticle article, SearchRequest request, FacetField? except) =>
        (request.Days.IsOpen || (article.Article.PublishedAt is { } published && InRange(published.Date, request.Days)))
        && new[] { FacetField.Topic, FacetField.Story, FacetField.Source }.All(field =>
            field == except || request.Selected(field).Count == 0 || request.Selected(field).Intersect(Values(article, field)).Any());

    private static bool InRange(DateTime day, DayRange days)
    {
        var number = int.Parse(day.ToString("yyyyMMdd", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        return number >= (days.From ?? 0) && number <= (days.To ?? 99999999);
    }

    private static IEnumerable<string> Values(ClassifiedArticle article, FacetField field) => field switch
    {
        FacetField.Topic => article.Topics.SelectMany(WithParents).Distinct(),
        FacetField.Story => article.Story is { } story ? [story] : [],
        FacetField.Source => article.Article.Source is { } source ? [source] : [],
        _ => article.Article.PublishedAt is { } day ? [day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)] : [],
    };

    private static IEnumerable<string> WithParents(string topic)
    {
        var parts = topic.Split('/');
        return Enumerable.Range(1, parts.Length).Select(count => string.Join('/', parts.Take(count)));
    }

    private static int DateLength(List<string> days)
    {
        var dates = days.ConvertAll(day => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture));
        var first = dates.Min();
        var last = dates.Max();
        return first.AddDays(31) > last ? 10 : new DateOnly(first.Year, first.Month, 1).AddMonths(36) > last ? 7 : 4;
    }
}
