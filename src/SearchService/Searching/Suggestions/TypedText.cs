using SearchService.Analysis;
using SearchService.Articles;
using SearchService.Indexing;

namespace SearchService.Searching.Suggestions;

/// <summary>What has been typed so far: whole words, and the beginning of another.</summary>
/// <param name="Before">The text before the last word, as typed; its article and apostrophe too.</param>
/// <param name="Words">The folded forms of the words before it, words of grammar too.</param>
/// <param name="Meaningful">Those that are no words of grammar.</param>
/// <param name="Prefix">The folded beginning of the last word; empty behind a space.</param>
/// <param name="Compound">If it is the last part of a hyphenated word: the text as if that were one word, joined; else null.</param>
/// <param name="BehindArticle">Whether <c>l'</c> stands before it, so that no plural can follow.</param>
internal sealed record TypedText(
    string Before, IReadOnlyList<string> Words, IReadOnlyList<string> Meaningful, string Prefix, TypedText? Compound, bool BehindArticle)
{
    // Nobody types more before choosing; the rest would only cost time.
    private const int MaxWords = 12;

    /// <summary>Whether there is nothing that could be completed.</summary>
    public bool IsEmpty => Prefix.Length == 0 && Meaningful.Count == 0;

    /// <summary>Reads a text; null if it is of a kind that nothing completes.</summary>
    public static TypedText? Read(string text)
    {
        if (ArticleText.Clean(text) is not { } typed || Characters.Apostrophes.Contains(typed[^1]))
        {
            return null;
        }

        text = char.IsWhiteSpace(text[^1]) ? typed + " " : typed;

        var analysis = new FrenchText();
        analysis.Analyze(text);
        var words = analysis.AnalyzedWords;
        if (words.Length is 0 or > MaxWords)
        {
            return null;
        }

        var last = words[^1];
        var open = last.End == text.Length;
        var whole = open ? words[..^1] : words;
        var forms = new List<string>();
        var meaningful = new List<string>();
        foreach (ref readonly var word in whole)
        {
            forms.Add(word.Forms.Exact);
            if (!word.Forms.IsGrammatical)
            {
                meaningful.Add(word.Forms.Exact);
            }
        }

        if (!open)
        {
            return new TypedText(typed + " ", forms, meaningful, "", null, BehindArticle: false);
        }

        var before = text[..last.Start];
        TypedText? compound = null;
        for (var i = 0; i < words.Length - 1 && compound is null; i++)
        {
            if (words[i].CompoundEnd == text.Length)
            {
                var joined = HeadlineWord.Joined(text[words[i].Start..]);
                var parts = words[i..^1].ToArray();
                var start = text[..words[i].Start];
                compound = new TypedText(start, forms[..i], meaningful[..^parts.Count(part => !part.Forms.IsGrammatical)], joined, null, IsArticle(start));
            }
        }

        return new TypedText(before, forms, meaningful, last.Forms.Exact, compound, IsArticle(before));
    }

    private static bool IsArticle(string before) =>
        before.Length > 1 && Characters.Apostrophes.Contains(before[^1]) && before[^2] is 'l' or 'L' && (before.Length == 2 || !char.IsLetterOrDigit(before[^3]));
}
