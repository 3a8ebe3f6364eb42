namespace SearchService.Searching;

/// <summary>A paragraph of a hit, or of a long one its best sentences.</summary>
/// <param name="Paragraph">Its number in the article, from 0.</param>
/// <param name="Heading">The intertitre that opens it, or null.</param>
/// <param name="Text">Its text; <c>… </c> before or <c> …</c> behind it stands for what was left out.</param>
/// <param name="Html">The same as HTML: escaped, what matched in <c>mark</c>.</param>
public sealed record Passage(int Paragraph, string? Heading, string Text, string Html);
