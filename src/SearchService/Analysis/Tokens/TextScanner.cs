namespace SearchService.Analysis.Tokens;

/// <summary>
/// Cuts a text into tokens as French writes them, in one pass and without allocation. Letters and digits form words; what Unicode's rules (UAX #29)
/// do not know of French is added: elision, hyphenated words, dotted acronyms, numbers with spaces, hours, signs beside numbers, inclusive writing.
/// </summary>
public ref struct TextScanner
{
    /// <summary>Where a longer run of letters is cut, in UTF-16 units: no word, and an index takes no term of any length.</summary>
    public const int MaxWordLength = 255;

    // A longer chain of hyphens is no word: its parts are words of their own.
    private const int MaxCompoundLength = 80;

    // A space and three digits.
    private const int ShortestModel = 4;

    private readonly ReadOnlySpan<char> _text;
    private int _at;
    private bool _opensSentence = true;
    private int _compoundEnd;
    private bool _inCompound;
    private bool _afterNumber;
    private int _lastEnd = -2;

    /// <summary>Starts at the beginning of a text.</summary>
    public TextScanner(ReadOnlySpan<char> text) => _text = text;

    /// <summary>The token that <see cref="MoveNext"/> found.</summary>
    public TextToken Current { get; private set; }

    /// <summary>Goes to the next token.</summary>
    /// <returns>False at the end of the text.</returns>
    public bool MoveNext()
    {
        while (_at < _text.Length)
        {
            var c = _text[_at];
            if (CharacterClass.IsAlphanumeric(_text, _at, out var width))
            {
                if (_afterNumber && NumberShapes.PerCentEnd(_text, _at) is > 0 and var perCent)
                {
                    return Emit(_at, perCent, TokenKind.Sign, Elided.None);
                }

                return CharacterClass.IsIdeograph(c) ? Emit(_at, _at + width, TokenKind.Word, Elided.None) : Word();
            }

            if (NumberShapes.IsSign(c) && (_afterNumber || (NumberShapes.IsCurrency(c) && NextIsDigit(_at + 1))))
            {
                var end = c == '°' && _at + 1 < _text.Length && _text[_at + 1] is 'C' or 'F' && !IsWordAt(_at + 2) ? _at + 2 : _at + 1;
                return Emit(_at, end, TokenKind.Sign, Elided.None);
            }

            if (CharacterClass.EndsSentence(c))
            {
                _opensSentence = true;
            }

            if (!CharacterClass.IsSpace(c))
            {
                _afterNumber = false;
            }

            _at++;
        }

        return false;
    }

    private bool Word()
    {
        var elided = Elided.None;
        while (true)
        {
            var start = _at;
            if (char.IsAsciiDigit(_text[start]) && NumberShapes.Number(_text, start, out var kind) is > 0 and var numberEnd && (kind == TokenKind.Time || !IsLetterAt(numberEnd)))
            {
                return Emit(start, numberEnd, kind, elided);
            }

            if (start + 1 < _text.Length && _text[start + 1] == '.' && AcronymEnd(start) is > 0 and var acronymEnd)
            {
                return Emit(start, acronymEnd, TokenKind.Acronym, elided);
            }

            var end = RunEnd(start);
            if (end < _text.Length - 1 && Characters.Apostrophes.Contains(_text[end]) && IsWordAt(end + 1))
            {
                if (Elisions.Of(_text[start..end], _text[(end + 1)..]) is var found && found != Elided.None)
                {
                    elided = found;
                    _at = end + 1;
                    continue;
                }

                // Any other apostrophe is a part of the word: aujourd'hui, prud'homme, O'Brien, rock'n'roll.
                end = RunEnd(end + 1);
                while (end < _text.Length - 1 && Characters.Apostrophes.Contains(_text[end]) && IsWordAt(end + 1))
                {
                    end = RunEnd(end + 1);
                }
            }
            else if (end < _text.Length - 1 && _text[end] == ' ' && IsWordAt(end + 1) && Elisions.LacksItsApostrophe(_text[start..end]))
            {
                end = RunEnd(end + 1);
            }
            else if (IsArabicArticle(start, end))
            {
                _at = end + 1;
                continue;
            }

            return Emit(start, end, TokenKind.Word, elided);
        }
    }

    private bool Emit(int start, int end, TokenKind kind, Elided elided)
    {
        var tail = end;
        var plural = false;
        if (kind == TokenKind.Word && InclusiveWriting.Tail(_text, end, out var tailEnd, out plural))
        {
            end = tailEnd;
        }
        else if (kind == TokenKind.Word && end - start == 1 && char.IsAsciiLetterUpper(_text[start]) && !_inCompound
            && NumberShapes.SingleLetterNumber(_text, end) is > 0 and var joined && !(_opensSentence && _text[start] == 'A' && joined - end < ShortestModel))
        {
            // "G 7", "A 380": one name, as when written together. "A 20 ans" is how many write "À 20 ans".
            end = tail = joined;
        }

        var compound = 0;
        if (_inCompound)
        {
            compound = start;
        }
        else if (!IsBehindHyphen(start) && CompoundEnd(end) is var last && last > end && last - start <= MaxCompoundLength)
        {
            compound = _compoundEnd = last;
            _inCompound = true;
        }

        Current = new TextToken(start, end, kind, elided, _opensSentence, compound, tail, plural);
        if (_inCompound && end >= _compoundEnd)
        {
            _inCompound = false;
        }

        _at = _lastEnd = end;
        _opensSentence = false;
        _afterNumber = kind == TokenKind.Number || (kind == TokenKind.Word && char.IsAsciiDigit(_text[end - 1]));
        return true;
    }

    /// <summary>Where a hyphenated word ends whose first part ends here; the same place if no hyphen follows.</summary>
    private readonly int CompoundEnd(int end)
    {
        var start = end;
        while (end < _text.Length - 1 && CharacterClass.IsHyphen(_text[end]) && IsWordAt(end + 1) && end - start <= MaxCompoundLength)
        {
            end = PartEnd(end + 1);
        }

        return end;
    }

    private readonly int PartEnd(int start)
    {
        var end = RunEnd(start);
        while (end < _text.Length - 1 && Characters.Apostrophes.Contains(_text[end]) && IsWordAt(end + 1))
        {
            end = RunEnd(end + 1);
        }

        return end;
    }

    /// <summary>The end of the letters, digits and marks from here; a surrogate pair is not cut.</summary>
    private readonly int RunEnd(int start)
    {
        var at = start;
        var limit = Math.Min(_text.Length, start + MaxWordLength);
        while (at < limit && CharacterClass.IsLatin(_text[at]))
        {
            at++;
        }

        if (at < _text.Length && _text[at] < '\u00AD')
        {
            return Math.Max(at, start + 1);
        }

        while (at < limit)
        {
            if (CharacterClass.IsAlphanumeric(_text, at, out var width))
            {
                if (CharacterClass.IsIdeograph(_text[at]))
                {
                    break;
                }

                at += width;
            }
            else if (CharacterClass.IsPartOfWord(_text[at]))
            {
                at++;
            }
            else
            {
                break;
            }
        }

        // Invisible characters at the end of a word belong to nobody.
        while (at > start + 1 && Characters.Invisible.Contains(_text[at - 1]))
        {
            at--;
        }

        return Math.Max(at, start + 1);
    }

    /// <summary>The end of capitals each followed by a dot (<c>U.S.A.</c>, <c>J.-C.</c>), or 0: at least two, not the end of another word.</summary>
    private readonly int AcronymEnd(int start)
    {
        var at = start;
        var letters = 0;
        while (at < _text.Length && char.IsUpper(_text[at]) && (at + 1 == _text.Length || !IsWordAt(at + 1)))
        {
            letters++;
            at++;
            if (at == _text.Length || _text[at] != '.')
            {
                break;
            }

            at += at + 2 < _text.Length && CharacterClass.IsHyphen(_text[at + 1]) && char.IsUpper(_text[at + 2]) && (at + 3 == _text.Length || !IsWordAt(at + 3)) ? 2 : 1;
        }

        return letters < 2 ? 0 : at;
    }

    /// <summary><c>al-Assad</c>: the Arabic article is no part of the name that people search for.</summary>
    private readonly bool IsArabicArticle(int start, int end) =>
        !_inCompound && end - start == 2 && end < _text.Length - 1 && CharacterClass.IsHyphen(_text[end]) && char.IsUpper(_text[end + 1])
        && (_text[start] is 'a' or 'A' or 'e' or 'E') && (_text[start + 1] is 'l' or 'L');

    /// <summary>Whether a hyphen parts a token from the one before, in a chain that was too long: its end is no hyphenated word either.</summary>
    private readonly bool IsBehindHyphen(int start) => _lastEnd == start - 1 && CharacterClass.IsHyphen(_text[_lastEnd]);

    private readonly bool IsWordAt(int at) => at < _text.Length && CharacterClass.IsAlphanumeric(_text, at, out _);

    private readonly bool IsLetterAt(int at) => at < _text.Length && CharacterClass.IsAlphanumeric(_text, at, out _) && !char.IsAsciiDigit(_text[at]);

    private readonly bool NextIsDigit(int at) => at < _text.Length && char.IsAsciiDigit(_text[at]);
}
