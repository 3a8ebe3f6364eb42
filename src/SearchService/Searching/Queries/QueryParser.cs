namespace SearchService.Searching.Queries;

/// <summary>
/// Understands a query text. Every text gives a result; nothing throws; the time is linear in the length of the text.
/// <code>
/// query    = "" | "*" | any
/// any      = all { ("OU" | "OR") all }
/// all      = sequence { ("ET" | "AND") sequence }
/// sequence = unit { unit }
/// unit     = { "-" | "SAUF" | "NOT" } ( near | date )             signs in a row count as one
/// near     = operand { ("PRES/n" | "PRÈS/n" | "NEAR/n" | "MEMEPARA" | "MÊMEPARA") operand }
/// operand  = simple | field ":" simple                             nothing between the colon and what is asked for
/// simple   = word | phrase | "(" any ")"
/// field    = "titre" | "title" | "texte" | "text" | "sujet" | "topic" | "dossier" | "story" | "source" | "auteur" | "author"     in any case
/// date     = "date:" ( days | "[" [ day ] ".." [ day ] "]" )       days: 2025-12-24, 2025-12, 2025, or two of them with ".." between
/// phrase   = open text close [ "~" number ]                        " " or « » or “ ” or „ “
/// word     = [ "=" ] letters [ "*" | "~" ]                         up to a space, a quote, a parenthesis; one letter or digit at least
/// </code>
/// <para>The minus sign stands after a space or a parenthesis, and what it excludes follows at once. Operators are capitals; in a headline in capitals they
/// are words (<see cref="HeadlineStyle"/>). A query of operators alone is words as well. A sign such as % is a word behind a number.</para>
/// <para>What does not fit is told and read thus: an unclosed phrase runs to the end; a parenthesis without partner, an operator with nothing on one side, a
/// closing quote alone are left aside; a date that is none and a field of nothing are words.</para>
/// </summary>
public sealed class QueryParser
{
    /// <summary>How many problems of one code are told: the others would say nothing new.</summary>
    public const int MaxProblemsOfACode = 5;

    /// <summary>How many operators of nearness may follow each other: with the limit of parentheses, what keeps every tree flat enough for recursion.</summary>
    public const int MaxNearOperators = 8;

    private readonly List<QueryToken> _tokens;
    private readonly List<QueryProblem> _problems;
    private readonly int _maxClauses;
    private int _at;
    private int _clauses;
    private bool _cut;

    private QueryParser(List<QueryToken> tokens, List<QueryProblem> problems, int maxClauses)
    {
        _tokens = tokens;
        _problems = problems;
        _maxClauses = maxClauses;
    }

    private QueryTokenKind? Kind => _at < _tokens.Count ? _tokens[_at].Kind : null;

    /// <summary>Understands a text.</summary>
    /// <param name="text">The query; null is the empty query.</param>
    /// <param name="maxClauses">How many words, phrases and dates are kept, 1 at least.</param>
    public static ParsedQuery Parse(string? text, int maxClauses)
    {
        if (text is null || AsksForEverything(text))
        {
            return new ParsedQuery(null, [], MatchesAll: true);
        }

        var problems = new List<QueryProblem>();
        var tokens = ParenthesisBalance.Balance(WithWords(QueryScanner.Scan(text, problems)), problems);
        var root = new QueryParser(tokens, problems, maxClauses).Joined(QueryTokenKind.Or);
        return root is null
            ? new ParsedQuery(null, [QueryProblem.Nothing()], MatchesAll: false)
            : new ParsedQuery(root, Told(problems), MatchesAll: false) { IsQuestion = QuestionForm.Asks(text) };
    }

    /// <summary>Whether a text asks for everything: it is empty or <c>*</c>.</summary>
    public static bool AsksForEverything(string text) => text.AsSpan().Trim() is "" or "*";

    /// <summary>The tokens, with operators that can only be words as words.</summary>
    private static List<QueryToken> WithWords(List<QueryToken> tokens)
    {
        if (HeadlineStyle.Applies(tokens))
        {
            return tokens.ConvertAll(AsWord);
        }

        var onlyOperators = tokens.TrueForAll(token =>
            token.Kind is not (QueryTokenKind.Word or QueryTokenKind.Phrase or QueryTokenKind.Date or QueryTokenKind.Field));
        return onlyOperators ? tokens.FindAll(token => token.IsOperator).ConvertAll(AsWord) : tokens;
    }

    private static QueryToken AsWord(QueryToken token) => token with { Kind = QueryTokenKind.Word };

    private static QueryProblem[] Told(List<QueryProblem> problems)
    {
        var end = problems.Find(problem => problem.Code == QueryProblem.TooManyClauses)?.Position ?? int.MaxValue;
        return
        [
            .. problems.Where(problem => problem.Position < end || problem.Code == QueryProblem.TooManyClauses)
                .OrderBy(problem => problem.Position)
                .GroupBy(problem => problem.Code).SelectMany(group => group.Take(MaxProblemsOfACode))
                .OrderBy(problem => problem.Position),
        ];
    }

    /// <summary>What an operator joins, OU or the ET that binds tighter.</summary>
    private QueryNode? Joined(QueryTokenKind joiner)
    {
        var parts = new List<QueryNode>();
        Add(joiner == QueryTokenKind.Or ? Joined(QueryTokenKind.And) : Sequence());
        while (Kind == joiner)
        {
            var token = _tokens[_at++];
            var count = parts.Count;
            Add(joiner == QueryTokenKind.Or ? Joined(QueryTokenKind.And) : Sequence());
            if (count == 0 || parts.Count == count)
            {
                TellDangling(token);
            }
        }

        return parts.Count < 2 ? parts.FirstOrDefault()
            : joiner == QueryTokenKind.Or ? new AnyNode(parts, parts[0].Position)
            : new AllNode(parts, parts[0].Position);

        void Add(QueryNode? part)
        {
            if (part is not null)
            {
                parts.Add(part);
            }
        }
    }

    private QueryNode? Sequence()
    {
        var parts = new List<QueryNode>();
        while (Kind is { } kind and not (QueryTokenKind.Or or QueryTokenKind.And or QueryTokenKind.Close))
        {
            if (kind == QueryTokenKind.Near)
            {
                TellDangling(_tokens[_at++]);
            }
            else if (Unit() is { } unit)
            {
                parts.Add(unit);
            }
        }

        return parts.Count < 2 ? parts.FirstOrDefault() : new SequenceNode(parts, parts[0].Position);
    }

    private QueryNode? Unit()
    {
        QueryToken? sign = null;
        while (Kind is QueryTokenKind.Minus or QueryTokenKind.Not)
        {
            var token = _tokens[_at++];
            if (sign is not null && token.Kind == QueryTokenKind.Not)
            {
                TellDangling(token);
            }

            sign ??= token;
        }

        var unit = Kind == QueryTokenKind.Date ? Leaf() : StartsOperand(Kind) ? Near() : null;
        if (sign is not { } before)
        {
            return unit;
        }

        if (unit is not null)
        {
            return new ExcludedNode(unit, before.Position);
        }

        if (before.Kind == QueryTokenKind.Not)
        {
            TellDangling(before);
        }

        return null;
    }

    private QueryNode? Near()
    {
        var left = Operand();
        for (var length = 0; left is not null && Kind == QueryTokenKind.Near;)
        {
            var token = _tokens[_at++];
            if (StartsOperand(Kind) && length == MaxNearOperators)
            {
                _problems.Add(QueryProblem.LongChain(token.Position, MaxNearOperators));
                break;
            }

            if ((StartsOperand(Kind) ? Operand() : null) is not { } right)
            {
                TellDangling(token);
                continue;
            }

            var distance = token.Number is { } typed ? Math.Clamp(typed, 1, NearNode.MaxDistance) : (int?)null;
            if (distance is { } taken && taken != token.Number)
            {
                _problems.Add(QueryProblem.Distance(token.Position, taken));
            }

            left = new NearNode(left, right, distance, left.Position);
            length++;
        }

        return left;
    }

    private static bool StartsOperand(QueryTokenKind? kind) =>
        kind is QueryTokenKind.Word or QueryTokenKind.Phrase or QueryTokenKind.Nothing or QueryTokenKind.Field or QueryTokenKind.Open;

    private QueryNode? Operand()
    {
        if (Kind != QueryTokenKind.Field)
        {
            return Simple();
        }

        var field = _tokens[_at++];
        var operand = Kind is not QueryTokenKind.Field && StartsOperand(Kind) ? Simple() : null;
        if (operand is not null || _cut)
        {
            return operand is null ? null : new FieldNode(field.Place, operand, field.Position);
        }

        _problems.Add(QueryProblem.NoOperand(field));
        return Leaf(AsWord(field));
    }

    private QueryNode? Simple()
    {
        if (Kind is QueryTokenKind.Word or QueryTokenKind.Phrase)
        {
            return Leaf();
        }

        var isGroup = _tokens[_at++].Kind == QueryTokenKind.Open;
        var inner = isGroup ? Joined(QueryTokenKind.Or) : null;
        if (isGroup && Kind == QueryTokenKind.Close)
        {
            _at++;
        }

        return inner;
    }

    private QueryNode? Leaf() => Leaf(_tokens[_at++]);

    private QueryNode? Leaf(QueryToken token)
    {
        if (_clauses == _maxClauses)
        {
            _problems.Add(QueryProblem.TooMany(token.Position, _maxClauses));
            _cut = true;
            _at = _tokens.Count;
            return null;
        }

        _clauses++;
        return token.Kind switch
        {
            QueryTokenKind.Phrase => new PhraseNode(token.Text, token.Position, token.Number ?? 0),
            QueryTokenKind.Date => new DateNode(token.Days, token.Position),
            _ => new WordNode(token.Text, token.Position, token.Match),
        };
    }

    private void TellDangling(QueryToken token)
    {
        // What it joins was left aside with the rest.
        if (!_cut)
        {
            _problems.Add(QueryProblem.Dangling(token));
        }
    }
}
