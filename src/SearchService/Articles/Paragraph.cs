namespace SearchService.Articles;

/// <summary>One paragraph of an article.</summary>
/// <param name="Text">The text, in Unicode NFC, on one line, never blank.</param>
/// <param name="Heading">The intertitre that opens the paragraph, or null.</param>
public sealed record Paragraph(string Text, string? Heading = null);
