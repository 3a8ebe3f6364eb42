using System.Text;

namespace SearchService.Searching.Highlighting;

/// <summary>Escaped text with marks.</summary>
public static class Html
{
    /// <summary>The text as HTML for the inside of an element, with the given stretches in <c>mark</c>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="stretches">Stretches of the text in order, without overlap.</param>
    public static string Mark(string text, IReadOnlyList<(int Start, int End)> stretches)
    {
        var html = new StringBuilder(text.Length + (stretches.Count * 13) + 16);
        var at = 0;
        foreach (var (start, end) in stretches)
        {
            Append(html, text.AsSpan(at, start - at));
            html.Append("<mark>");
            Append(html, text.AsSpan(start, end - start));
            html.Append("</mark>");
            at = end;
        }

        Append(html, text.AsSpan(at));
        return html.ToString();
    }

    private static void Append(StringBuilder html, ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            switch (c)
            {
                case '&': html.Append("&amp;"); break;
                case '<': html.Append("&lt;"); break;
                case '>': html.Append("&gt;"); break;
                case '"': html.Append("&quot;"); break;
                default: html.Append(c); break;
            }
        }
    }
}
