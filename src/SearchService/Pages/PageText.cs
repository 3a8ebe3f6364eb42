using System.Globalization;
using SearchService.Articles;
using SearchService.Searching;

namespace SearchService.Pages;

/// <summary>Numbers, dates and short lines as French readers write them.</summary>
public static class PageText
{
    /// <summary>The culture of the pages.</summary>
    public static CultureInfo French { get; } = CultureInfo.GetCultureInfo("fr-FR");

    /// <summary>How many articles were found.</summary>
    public static string Total(int total) => total switch
    {
        0 => "Aucun article",
        1 => "1 article",
        _ => total.ToString("N0", French) + " articles",
    };

    /// <summary>A day, month or year of the date facet in words.</summary>
    public static string Period(string value) => value.Length switch
    {
        10 => DateOnly.ParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture).ToString("d MMMM yyyy", French),
        7 => DateOnly.ParseExact(value, "yyyy-MM", CultureInfo.InvariantCulture).ToString("MMMM yyyy", French),
        _ => value,
    };

    /// <summary>Date, source, story and topics of a hit on one line.</summary>
    public static string Meta(SearchHit hit) => Meta(hit.PublishedAt, hit.Source, hit.Story, hit.Topics);

    /// <summary>Date, source, story and topics of an article on one line.</summary>
    public static string Meta(ClassifiedArticle article) =>
        Meta(article.Article.PublishedAt, article.Article.Source, article.Story, article.Topics);

    /// <summary>An address that a browser may follow, or null: an article must not smuggle in a script.</summary>
    public static string? WebLink(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is ("http" or "https") ? uri.AbsoluteUri : null;

    private static string Meta(DateTimeOffset? published, string? source, string? story, IReadOnlyList<string> topics) => string.Join(
        " · ",
        new[] { published?.ToString("d MMMM yyyy, HH:mm", French), source, story }.Concat(topics).Where(part => !string.IsNullOrEmpty(part)));
}
