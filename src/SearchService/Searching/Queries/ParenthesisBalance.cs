namespace SearchService.Searching.Queries;

/// <summary>Takes out the parentheses that have no partner or stand too deep.</summary>
internal static class ParenthesisBalance
{
    /// <summary>How many parentheses may stand in each other: enough for any query of a person, few enough for any stack.</summary>
    public const int MaxDepth = 32;

    /// <summary>The tokens without such parentheses: those that are left are pairs.</summary>
    /// <param name="tokens">The tokens.</param>
    /// <param name="problems">Where such parentheses are told; the mouths of smileys are not.</param>
    public static List<QueryToken> Balance(List<QueryToken> tokens, List<QueryProblem> problems)
    {
        var paired = Pairs(tokens);
        var result = new List<QueryToken>(tokens.Count);
        var depth = 0;
        for (var i = 0; i < tokens.Count; i++)
        {
            var token = tokens[i];
            if (token.Kind is not (QueryTokenKind.Open or QueryTokenKind.Close))
            {
                result.Add(token);
            }
            else if (!paired[i])
            {
                if (!token.InSmiley)
                {
                    problems.Add(QueryProblem.Parenthesis(token.Position, token.Kind == QueryTokenKind.Open));
                }
            }
            else if (token.Kind == QueryTokenKind.Open)
            {
                depth++;
                if (depth <= MaxDepth)
                {
                    result.Add(token);
                }
                else if (depth == MaxDepth + 1)
                {
                    problems.Add(QueryProblem.DeepParentheses(token.Position, MaxDepth));
                }
            }
            else
            {
                if (depth <= MaxDepth)
                {
                    result.Add(token);
                }

                depth--;
            }
        }

        return result;
    }

    private static bool[] Pairs(List<QueryToken> tokens)
    {
        var paired = new bool[tokens.Count];
        var open = new Stack<int>();
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Kind == QueryTokenKind.Open)
            {
                open.Push(i);
            }
            else if (tokens[i].Kind == QueryTokenKind.Close && open.TryPop(out var partner))
            {
                paired[i] = paired[partner] = true;
            }
        }

        return paired;
    }
}
