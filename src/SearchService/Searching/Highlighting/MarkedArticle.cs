namespace SearchService.Searching.Highlighting;

/// <summary>A whole article as HTML: escaped text, what a query matched in <c>mark</c>.</summary>
/// <param name="Headline">The headline.</param>
/// <param name="Paragraphs">The paragraphs in order.</param>
public sealed record MarkedArticle(string Headline, IReadOnlyList<MarkedParagraph> Paragraphs);
