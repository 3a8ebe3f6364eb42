namespace SearchService.Searching;

/// <summary>A paragraph of a hit.</summary>
/// <param name="Paragraph">Its number in the article, from 0.</param>
/// <param name="Heading">The intertitre that opens it, or null.</param>
/// <param name="Text">Its text.</param>
/// <param name="Html">Its text as HTML: escaped, what matched in <c>mark</c>.</param>
public sealed record Passage(int Paragraph, string? Heading, string Text, string Html);
