using System.Buffers;
using SearchService.Analysis;

namespace SearchService.Searching.Queries;

/// <summary>
/// Understands a query text. Every text gives a result; nothing throws.
/// <code>
/// query  = "" | "*" | { clause }
/// clause = [ "-" ] ( phrase | word )           the minus sign stands after a space or at the start, and a word follows at once
/// phrase = open text close                     " " or « » or “ ” or „ “; an unclosed one runs to the end
/// word   = characters other than spaces and quotes, at least one of them a letter or a digit; or a sign % € $ £ ° behind a number
/// </code>
/// </summary>
public static class QueryParser
{
    private static readonly SearchValues<char> Quotes = SearchValues.Create("\"«»“”„");

    /// <summary>Understands a text.</summary>
    /// <param name="text">The query; null is the empty query.</param>
    /// <param name="maxClauses">How many clauses are kept.</param>
    public static ParsedQuery Parse(string? text, int maxClauses)
    {
        if (text is null || AsksForEverything(text))
        {
            return new ParsedQuery(null, [], MatchesAll: true);
        }

        var clauses = new List<QueryNode>();
        var problems = new List<QueryProblem>();
        var at = 0;
        while (at < text.Length)
        {
            if (char.IsWhiteSpace(text[at]))
            {
                at++;
                continue;
            }

            if (Clause(text, ref at, clauses is [.., WordNode { Text: [.., >= '0' and <= '9'] }], problems) is not { } clause)
            {
                continue;
            }

            if (clauses.Count == maxClauses)
            {
                problems.Add(QueryProblem.TooMany(clause.Position, maxClauses));
                break;
            }

            clauses.Add(clause);
        }

        if (clauses.Count == 0)
        {
            problems.Add(QueryProblem.Nothing());
        }

        return new ParsedQuery(clauses.Count == 0 ? null : new SequenceNode(clauses, 0), problems, MatchesAll: false);
    }

    /// <summary>Whether a text asks for everything: it is empty or <c>*</c>.</summary>
    public static bool AsksForEverything(string text) => text.AsSpan().Trim() is "" or "*";

    private static QueryNode? Clause(string text, ref int at, bool afterNumber, List<QueryProblem> problems)
    {
        var start = at;
        var excluded = text[at] == '-' && (at == 0 || char.IsWhiteSpace(text[at - 1])) && at + 1 < text.Length && (char.IsLetterOrDigit(text[at + 1]) || Quotes.Contains(text[at + 1]));
        if (excluded)
        {
            at++;
        }

        QueryNode? inner = Quotes.Contains(text[at]) ? Phrase(text, ref at, problems) : Word(text, ref at, afterNumber);
        return inner is not null && excluded ? new ExcludedNode(inner, start) : inner;
    }

    private static PhraseNode? Phrase(string text, ref int at, List<QueryProblem> problems)
    {
        var start = at;
        var close = Closing(text[start]);
        var end = text.AsSpan(start + 1).IndexOfAny(close.Item1, close.Item2);
        if (end < 0)
        {
            at = text.Length;
            problems.Add(new QueryProblem(QueryProblem.UnbalancedQuote, start, "Un guillemet ouvert n'est pas fermé : l'expression va jusqu'à la fin."));
        }
        else
        {
            end += start + 1;
            at = end + 1;
        }

        var inner = text[(start + 1)..(end < 0 ? text.Length : end)].Trim();
        return Characters.AnySearchable(inner) ? new PhraseNode(inner, start) : null;
    }

    private static WordNode? Word(string text, ref int at, bool afterNumber)
    {
        var start = at;
        while (at < text.Length && !char.IsWhiteSpace(text[at]) && !Quotes.Contains(text[at]))
        {
            at++;
        }

        var word = text[start..at];
        return Characters.AnySearchable(word) || (afterNumber && IsSign(word)) ? new WordNode(word, start) : null;
    }

    /// <summary>"50 %", "5 €": the sign belongs to the number before it, and says nothing alone.</summary>
    private static bool IsSign(string word) => word is "%" or "€" or "$" or "£" or "°";

    private static (char First, char Second) Closing(char open) => open switch
    {
        '«' => ('»', '»'),
        '“' => ('”', '”'),
        '„' => ('“', '”'),
        _ => (open, open),
    };
}
