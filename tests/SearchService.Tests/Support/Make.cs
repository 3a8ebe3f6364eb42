using SearchService.Articles;

namespace SearchService.Tests.Support;

/// <summary>Short ways to make articles.</summary>
public static class Make
{
    public static Article Article(string id, string headline, params string[] paragraphs) => new()
    {
        Id = id,
        Headline = headline,
        Paragraphs = [.. paragraphs.Select(text => new Paragraph(text))],
    };

    /// <summary>An article that no rules classified.</summary>
    public static ClassifiedArticle Plain(Article article) => new(article, Derivation.None);

    public static DateTimeOffset Date(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
