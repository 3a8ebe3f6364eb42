using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Components;
using SearchService.Searching.Highlighting;

namespace SearchService.Pages.Reading;

/// <summary>
/// A marked article whose marks have numbers, so that links can jump to each: <c>#m1</c>, <c>#m2</c> … Words in a row have one: who has seen the first sees them all.
/// </summary>
public sealed class NumberedMarks
{
    private const string Opening = "<mark>";
    private const string Closing = "</mark>";

    /// <summary>Numbers the marks in the order in which they are read.</summary>
    public NumberedMarks(MarkedArticle article)
    {
        Headline = Number(article.Headline);
        Paragraphs = [.. article.Paragraphs.Select(paragraph => (paragraph.Heading is null ? (MarkupString?)null : Number(paragraph.Heading), Number(paragraph.Text)))];
    }

    /// <summary>The headline.</summary>
    public MarkupString Headline { get; }

    /// <summary>The paragraphs, each with the intertitre that opens it or null.</summary>
    public IReadOnlyList<(MarkupString? Heading, MarkupString Text)> Paragraphs { get; }

    /// <summary>How many numbers there are.</summary>
    public int Count { get; private set; }

    // The text is escaped: no other "<mark>" can stand in it.
    private MarkupString Number(string html)
    {
        var numbered = new StringBuilder(html.Length + 64);
        var at = 0;
        for (var next = html.IndexOf(Opening, StringComparison.Ordinal); next >= 0; next = html.IndexOf(Opening, at, StringComparison.Ordinal))
        {
            var between = html.AsSpan(at, next - at);
            numbered.Append(between);
            if (at > 0 && between[(between.IndexOf(Closing) + Closing.Length)..].IsWhiteSpace())
            {
                numbered.Append(Opening);
            }
            else
            {
                Count++;
                numbered.Append(CultureInfo.InvariantCulture, $"<mark id=\"m{Count}\">");
            }

            at = next + Opening.Length;
        }

        return new MarkupString(numbered.Append(html, at, html.Length - at).ToString());
    }
}
