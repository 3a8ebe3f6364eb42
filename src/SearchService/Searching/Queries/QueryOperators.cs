using System.Globalization;

namespace SearchService.Searching.Queries;

/// <summary>The operators of the query language: words in capitals, French and English.</summary>
internal static class QueryOperators
{
    private static readonly string[] NearNames = ["PRES/", "PRÈS/", "PRE\u0300S/", "NEAR/"];

    /// <summary>Reads an operator that is all of a word.</summary>
    /// <param name="word">The word.</param>
    /// <param name="kind">Which operator.</param>
    /// <param name="distance">The number behind it, however large; null if it has none.</param>
    public static bool TryRead(ReadOnlySpan<char> word, out QueryTokenKind kind, out int? distance)
    {
        distance = null;
        kind = word switch
        {
            "OU" or "OR" => QueryTokenKind.Or,
            "ET" or "AND" => QueryTokenKind.And,
            "SAUF" or "NOT" => QueryTokenKind.Not,
            "MEMEPARA" or "MÊMEPARA" or "ME\u0302MEPARA" => QueryTokenKind.Near,
            _ => QueryTokenKind.Word,
        };
        if (kind != QueryTokenKind.Word)
        {
            return true;
        }

        foreach (var name in NearNames)
        {
            if (word.StartsWith(name) && word.Length > name.Length && !word[name.Length..].ContainsAnyExceptInRange('0', '9'))
            {
                kind = QueryTokenKind.Near;
                distance = Number(word[name.Length..]);
                return true;
            }
        }

        return false;
    }

    /// <summary>The number that digits write; one too large for an integer is the largest.</summary>
    public static int Number(ReadOnlySpan<char> digits) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : int.MaxValue;
}
