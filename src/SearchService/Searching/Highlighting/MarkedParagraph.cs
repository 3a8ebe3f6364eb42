namespace SearchService.Searching.Highlighting;

/// <summary>A paragraph as HTML: escaped text, what a query matched in <c>mark</c>.</summary>
/// <param name="Text">The text.</param>
/// <param name="Heading">The intertitre that opens it, or null.</param>
public sealed record MarkedParagraph(string Text, string? Heading);
