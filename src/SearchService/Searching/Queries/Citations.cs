using SearchService.Analysis;
using SearchService.Analysis.Tokens;

namespace SearchService.Searching.Queries;

/// <summary>
/// Tells a pasted headline that quotes somebody from a query with a phrase in quotes: « Benalla avec une arme : "la bêtise n'a pas de limite" pour Castaner ».
/// Its citation is hardly ever in the article word for word, and nobody who pasted it asked for that.
/// </summary>
internal static class Citations
{
    private const int WordsOfASentence = 7;
    private const int GrammaticalWordsOfASentence = 2;

    /// <summary>
    /// Whether the phrases of a query are citations: beside words, without any operator, and the whole reads as a sentence, by a colon, comma or other
    /// punctuation outside the quotes, two words of grammar outside, or a citation of seven words.
    /// </summary>
    /// <param name="root">The query.</param>
    /// <param name="text">Its text.</param>
    public static bool AreIn(QueryNode? root, string text)
    {
        if (root is not SequenceNode { Parts: var parts } || !parts.Any(part => part is WordNode) || !parts.Any(part => part is PhraseNode)
            || !parts.All(part => part is WordNode { Match: WordMatch.Inflected } or PhraseNode { Slop: 0 }))
        {
            return false;
        }

        var words = parts.OfType<WordNode>().ToList();
        return HasPunctuation(parts, text)
            || words.Sum(word => Grammar(word.Text)) >= GrammaticalWordsOfASentence
            || parts.OfType<PhraseNode>().Any(phrase => TextAnalysis.Analyze(phrase.Text, AnalysisLevel.Exact).Count >= WordsOfASentence);
    }

    private static bool HasPunctuation(IReadOnlyList<QueryNode> parts, string text)
    {
        var outside = text.ToCharArray();
        foreach (var phrase in parts.OfType<PhraseNode>())
        {
            var end = Math.Min(text.Length, phrase.Position + phrase.Text.Length + 2);
            outside.AsSpan(phrase.Position, end - phrase.Position).Fill(' ');
        }

        // "10:30" and "1,5" are no sentences: the sign stands before a space.
        for (var i = 0; i < outside.Length; i++)
        {
            if (outside[i] is ':' or ',' or ';' or '?' or '!' or '…' or '.' && (i + 1 == outside.Length || char.IsWhiteSpace(outside[i + 1])))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>How many words of grammar a word holds: an elided one counts, « l'été ».</summary>
    private static int Grammar(string word)
    {
        var apostrophe = word.AsSpan().IndexOfAny('\'', '’');
        var elided = apostrophe > 0 && apostrophe < word.Length - 1 && Elisions.Of(word.AsSpan(0, apostrophe), word.AsSpan(apostrophe + 1)) != Elided.None ? 1 : 0;
        return elided + (GrammaticalWords.Contains(word.ToLowerInvariant()) ? 1 : 0);
    }
}
