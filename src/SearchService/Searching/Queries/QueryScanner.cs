using System.Buffers;
using System.Globalization;
using System.Text;
using SearchService.Analysis;
using SearchService.Analysis.Tokens;

namespace SearchService.Searching.Queries;

/// <summary>Cuts a query text into tokens, in one pass. What is no token (punctuation alone, smileys) is passed over.</summary>
internal sealed class QueryScanner
{
    private static readonly SearchValues<char> Quotes = SearchValues.Create("\"«»“”„");

    private static readonly SearchValues<char> WordEnds = SearchValues.Create("\"«»“”„()");

    private readonly string _text;
    private readonly List<QueryProblem> _problems;
    private int _at;

    // The last token that closes nothing: behind "(50) %" it is the number.
    private QueryToken _beforeClosings;

    private QueryScanner(string text, List<QueryProblem> problems)
    {
        _text = text;
        _problems = problems;
    }

    private List<QueryToken> Tokens { get; } = [];

    /// <summary>Cuts a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="problems">Where what was not understood is added.</param>
    public static List<QueryToken> Scan(string text, List<QueryProblem> problems)
    {
        var scanner = new QueryScanner(text, problems);
        while (scanner._at < text.Length)
        {
            scanner.Next();
            if (scanner.Tokens is [.., { Kind: not QueryTokenKind.Close } last])
            {
                scanner._beforeClosings = last;
            }
        }

        return scanner.Tokens;
    }

    private void Next()
    {
        var c = _text[_at];
        if (IsGap(c))
        {
            _at++;
        }
        else if (c is '(' or ')')
        {
            Tokens.Add(new QueryToken(c == '(' ? QueryTokenKind.Open : QueryTokenKind.Close, _at) { InSmiley = IsInSmiley(_at) });
            _at++;
        }
        else if (Quotes.Contains(c))
        {
            Phrase();
        }
        else
        {
            Signs();
        }
    }

    /// <summary>A minus sign and the name of a field, if they are there, and the word.</summary>
    private void Signs()
    {
        var attached = false;
        if (_text[_at] == '-' && StartsWord(_at) && IsOperand(_at + 1))
        {
            Tokens.Add(new QueryToken(QueryTokenKind.Minus, _at++));
            attached = true;
        }
        else if (_text[_at] == '-')
        {
            // A dash, a bullet, an option of a command line: no part of the word.
            _at++;
            return;
        }

        if (QueryFields.TryRead(_text.AsSpan(_at), out var place, out var length))
        {
            if (place == QueryPlace.Everywhere)
            {
                if (Date(_at + length + 1))
                {
                    return;
                }
            }
            else if (IsOperand(_at + length + 1))
            {
                Tokens.Add(new QueryToken(QueryTokenKind.Field, _at, _text.Substring(_at, length)) { Place = place });
                _at += length + 1;
                attached = true;
            }
        }

        if (_text[_at] is not ('(' or ')') && !Quotes.Contains(_text[_at]))
        {
            Word(attached);
        }
    }

    /// <returns>Whether days were read, or left to be read as words.</returns>
    private bool Date(int valueAt)
    {
        if (!IsSearchable(valueAt) && !(valueAt < _text.Length && _text[valueAt] == '['))
        {
            return false;
        }

        var word = WordEnd(valueAt, QueryDates.MaxLength + 1) - valueAt;
        if (QueryDates.TryRead(_text.AsSpan(valueAt), word, out var days, out var length))
        {
            Tokens.Add(new QueryToken(QueryTokenKind.Date, _at) { Days = days });
            _at = valueAt + length;
            return true;
        }

        _problems.Add(QueryProblem.Date(_at));
        if (!Characters.AnySearchable(_text.AsSpan(valueAt, word)))
        {
            return false;
        }

        _at = valueAt;
        return true;
    }

    private void Phrase()
    {
        var start = _at;
        var (first, second) = Closing(_text[start]);
        var end = _text.AsSpan(start + 1).IndexOfAny(first, second);
        if (end < 0 && _text[start] is '»' or '”')
        {
            _problems.Add(QueryProblem.ClosingQuote(start));
            Tokens.Add(new QueryToken(QueryTokenKind.Nothing, start));
            _at++;
            return;
        }

        if (end < 0)
        {
            _problems.Add(QueryProblem.OpenQuote(start));
        }

        end = end < 0 ? _text.Length : start + 1 + end;
        var inner = _text.AsSpan((start + 1)..end).Trim();
        _at = Math.Min(end + 1, _text.Length);
        Tokens.Add(Characters.AnySearchable(inner)
            ? new QueryToken(QueryTokenKind.Phrase, start, inner.ToString()) { Number = Slop() }
            : new QueryToken(QueryTokenKind.Nothing, start));
    }

    /// <summary><c>~3</c> directly behind the quotes.</summary>
    private int Slop()
    {
        if (_at == _text.Length || _text[_at] != '~')
        {
            return 0;
        }

        var end = _at + 1;
        while (end < _text.Length && char.IsAsciiDigit(_text[end]))
        {
            end++;
        }

        if (end == _at + 1)
        {
            return 0;
        }

        var slop = QueryOperators.Number(_text.AsSpan((_at + 1)..end));
        if (slop > PhraseNode.MaxSlop)
        {
            _problems.Add(QueryProblem.Distance(_at, PhraseNode.MaxSlop));
        }

        _at = end;
        return Math.Min(slop, PhraseNode.MaxSlop);
    }

    private void Word(bool attached)
    {
        var start = _at;
        _at = WordEnd(start);
        var word = _text.AsSpan(start.._at);
        if (!Characters.AnySearchable(word))
        {
            // "50 %", "5 €": the sign belongs to the number before it, and says nothing alone.
            if (word is "%" or "€" or "$" or "£" or "°" && IsNumber(_beforeClosings))
            {
                Tokens.Add(new QueryToken(QueryTokenKind.Word, start, word.ToString()));
            }
        }
        else if (!attached && QueryOperators.TryRead(word, out var kind, out var distance))
        {
            Tokens.Add(new QueryToken(kind, start, word.ToString()) { Number = distance });
        }
        else
        {
            var bare = QueryPatterns.Read(word, out var match, out var tooShort);
            Tokens.Add(new QueryToken(QueryTokenKind.Word, start, bare.ToString()) { Match = match });
            if (tooShort)
            {
                _problems.Add(QueryProblem.ShortPrefix(start));
            }
        }
    }

    private static bool IsNumber(QueryToken token) => token is { IsPlainWord: true, Text: [.., >= '0' and <= '9'] };

    /// <summary>Where the word from here ends: at a space, a quote, a parenthesis that is not one of <c>élu(e)s</c>.</summary>
    private int WordEnd(int start, int maxLength = int.MaxValue)
    {
        var at = start;
        var afterLetter = false;
        while (at < _text.Length && at - start < maxLength && !char.IsWhiteSpace(_text[at]))
        {
            if (!WordEnds.Contains(_text[at]))
            {
                afterLetter = char.IsLetter(_text[at]);
                at++;
            }
            else if (_text[at] == '(' && afterLetter && InclusiveWriting.Tail(_text, at, out var tail, out _))
            {
                at = tail;
            }
            else
            {
                break;
            }
        }

        return at;
    }

    /// <summary>Whether a word, a phrase or a group starts here, so that a minus sign or a field before it means it.</summary>
    private bool IsOperand(int at) => at < _text.Length
        && (_text[at] == '(' || Quotes.Contains(_text[at]) || IsSearchable(at) || (_text[at] == '=' && IsSearchable(at + 1)));

    private bool IsSearchable(int at) => at < _text.Length && Rune.DecodeFromUtf16(_text.AsSpan(at), out var rune, out _) == OperationStatus.Done && Rune.IsLetterOrDigit(rune);

    private bool StartsWord(int at) => at == 0 || _text[at - 1] == '(' || IsGap(_text[at - 1]);

    // Marks of direction, byte order marks and the like come with pasted text, and nobody sees them.
    private static bool IsGap(char c) => char.IsWhiteSpace(c) || (c >= '\u00AD' && char.GetUnicodeCategory(c) == UnicodeCategory.Format);

    /// <summary><c>:)</c> <c>;-(</c> <c>:'((</c> <c>(:</c></summary>
    private bool IsInSmiley(int at)
    {
        if (Tokens is [.., { InSmiley: true } last] && last.Position == at - 1)
        {
            return true;
        }

        // The colon of a field is no eye.
        if (Tokens is [.., { Kind: QueryTokenKind.Field } field] && field.Position + field.Text.Length + 1 == at)
        {
            return false;
        }

        var before = _text.AsSpan(0, at);
        return before is [.., ':' or ';' or '='] or [.., ':' or ';' or '=', '-' or '\'' or '’' or '^' or 'o']
            || (_text[at] == '(' && at + 1 < _text.Length && _text[at + 1] is ':' or ';');
    }

    private static (char First, char Second) Closing(char open) => open switch
    {
        '«' => ('»', '»'),
        '“' => ('”', '”'),
        '„' => ('“', '”'),
        _ => (open, open),
    };
}
