namespace SearchService.Searching.Highlighting;

/// <summary>The part of a paragraph that is shown.</summary>
/// <param name="Start">Where it starts, in UTF-16 units.</param>
/// <param name="End">Where it ends, exclusive.</param>
/// <param name="CutBefore">Whether text was left out before it.</param>
/// <param name="CutAfter">Whether text was left out behind it.</param>
/// <param name="Meanings">The different things that it holds of a query.</param>
/// <param name="Score">How well it answers.</param>
internal sealed record Excerpt(int Start, int End, bool CutBefore, bool CutAfter, IReadOnlyList<int> Meanings, double Score)
{
    private const string Ellipsis = "…";

    /// <summary>The passage: an ellipsis and a space stand for what was left out.</summary>
    public Passage ToPassage(int paragraph, string? heading, string text, IReadOnlyList<(int Start, int End)> stretches)
    {
        var before = CutBefore ? Ellipsis + " " : "";
        var shown = string.Concat(before, text.AsSpan(Start, End - Start), CutAfter ? " " + Ellipsis : "");
        var shift = before.Length - Start;
        var marks = stretches.Where(stretch => stretch.Start >= Start && stretch.End <= End).Select(stretch => (stretch.Start + shift, stretch.End + shift));
        return new Passage(paragraph, heading, shown, Html.Mark(shown, [.. marks]));
    }
}
