using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using Microsoft.AspNetCore.Components;
using SearchService.Articles;

namespace SearchService.Pages.Reading;

/// <summary>An article in the vocabulary of schema.org, for machines that read the page. A block of data: no browser runs it.</summary>
public static class StructuredData
{
    // This encoder writes < > & and quotes as escapes: no text can end the element.
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>The element that holds the data.</summary>
    public static MarkupString Of(ClassifiedArticle classified)
    {
        var article = classified.Article;
        var data = new JsonObject
        {
            ["@context"] = "https://schema.org",
            ["@type"] = "NewsArticle",
            ["headline"] = article.Headline,
            ["description"] = article.Paragraphs is [var first, ..] ? first.Text : null,
            ["datePublished"] = article.PublishedAt is { } published ? JsonValue.Create(published) : null,
            ["inLanguage"] = "fr",
            ["articleSection"] = classified.Topics.Count == 0 ? null : new JsonArray([.. classified.Topics.Select(topic => JsonValue.Create(topic))]),
            ["keywords"] = classified.Story,
            ["author"] = article.Byline is null ? null : new JsonObject { ["@type"] = "Person", ["name"] = article.Byline },
            ["publisher"] = article.Source is null ? null : new JsonObject { ["@type"] = "NewsMediaOrganization", ["name"] = article.Source },
            ["url"] = PageText.WebLink(article.Url),
        };
        foreach (var (name, _) in data.Where(property => property.Value is null).ToList())
        {
            data.Remove(name);
        }

        return new MarkupString("<script type=\"application/ld+json\">" + data.ToJsonString(Options) + "</script>");
    }
}
