using SearchService.Analysis;

namespace SearchService.Searching.Queries;

/// <summary>
/// A headline in capitals, pasted as a query: <c>LA FRANCE ET LE MALI EN GUERRE</c>. Its ET, OU, SAUF are words, not operators.
/// <para>The rule: the query is made of words and of ET, OU, SAUF or their English names alone, with no quote, parenthesis, minus sign, field,
/// pattern or operator of nearness; no letter of it is small; and one of its words is a grammatical one (<c>LA</c>, <c>EN</c>, <c>À</c>,
/// <c>L'ONU</c>), which authors of queries leave out. So <c>ONU OU OTAN</c>, <c>SNCF ET RATP</c> and <c>MACRON OU ATTAL</c> stay operators. A lone letter other
/// than <c>À</c> does not count: <c>PLAN A OU B</c>.</para>
/// </summary>
internal static class HeadlineStyle
{
    /// <summary>Whether a query is such a headline.</summary>
    public static bool Applies(List<QueryToken> tokens)
    {
        var anyOperator = false;
        var anyGrammaticalWord = false;
        foreach (var token in tokens)
        {
            if (token.Kind is QueryTokenKind.And or QueryTokenKind.Or or QueryTokenKind.Not)
            {
                anyOperator = true;
            }
            else if (!token.IsPlainWord || token.Text.Any(char.IsLower))
            {
                return false;
            }
            else
            {
                anyGrammaticalWord = anyGrammaticalWord || IsGrammatical(token.Text);
            }
        }

        return anyOperator && anyGrammaticalWord;
    }

    private static bool IsGrammatical(ReadOnlySpan<char> word)
    {
        var apostrophe = word.IndexOfAny(Characters.Apostrophes);
        var first = (apostrophe > 0 ? word[..apostrophe] : word.TrimEnd(".,;:!?…")).ToString().ToLowerInvariant();
        return (first.Length > 1 || first == "à" || apostrophe > 0) && GrammaticalWords.Contains(first);
    }
}
