namespace SearchService.Analysis.Tokens;

/// <summary>How French writes numbers: <c>10 000</c>, <c>10.000</c>, <c>1,5</c>, <c>20 h 30</c>, <c>50 %</c>.</summary>
internal static class NumberShapes
{
    private const int LastHour = 24;
    private const int MaxDigits = 100;

    /// <summary>Whether a character is read as a word beside a number.</summary>
    public static bool IsSign(char c) => c is '%' or '°' || IsCurrency(c);

    /// <summary>Whether a character may also stand before its number: <c>$5</c>, unlike <c>N°5</c>.</summary>
    public static bool IsCurrency(char c) => c is '€' or '$' or '£';

    /// <summary>The end of "pour cent" if it stands here, or 0.</summary>
    public static int PerCentEnd(ReadOnlySpan<char> text, int start)
    {
        const string Words = "pour cent";
        var end = start + Words.Length;
        return end <= text.Length && text[start..end].Equals(Words, StringComparison.OrdinalIgnoreCase) && (end == text.Length || !char.IsLetterOrDigit(text[end])) ? end : 0;
    }

    /// <summary>The end of the number or hour that starts here, or 0 if there is none.</summary>
    public static int Number(ReadOnlySpan<char> text, int start, out TokenKind kind)
    {
        kind = TokenKind.Number;
        var end = DigitsEnd(text, start);
        if (end == start)
        {
            return 0;
        }

        if (end == start + 1 && end + 1 < text.Length && CharacterClass.IsSpace(text[end]) && text[end + 1] is 'G' or 'D' or 'K'
            && (end + 2 == text.Length || !char.IsLetterOrDigit(text[end + 2])))
        {
            kind = TokenKind.Word; // "5 G": one name, as when written together
            return end + 2;
        }

        if (TimeEnd(text, start, end) is > 0 and var time)
        {
            kind = TokenKind.Time;
            return time;
        }

        if (start > 1 && text[start - 1] is '.' or ',' && char.IsAsciiDigit(text[start - 2]))
        {
            return end; // what follows a separator that makes no decimal starts none
        }

        var grouped = GroupsEnd(text, start, end);
        if (grouped > end)
        {
            return DecimalEnd(text, grouped, ',');
        }

        // A second separator makes it no decimal: 11.09.2001, 192.168.0.1.
        var fraction = DecimalEnd(text, end, ',', '.');
        return fraction > end && fraction < text.Length - 1 && text[fraction] is '.' or ',' && char.IsAsciiDigit(text[fraction + 1]) ? end : fraction;
    }

    /// <summary>The end of digits that follow a single capital after one space, or 0.</summary>
    public static int SingleLetterNumber(ReadOnlySpan<char> text, int end)
    {
        if (end + 1 >= text.Length || !CharacterClass.IsSpace(text[end]))
        {
            return 0;
        }

        var digits = DigitsEnd(text, end + 1);
        return digits > end + 1 && digits - end <= 4 && (digits == text.Length || !char.IsLetterOrDigit(text[digits])) && GroupsEnd(text, end + 1, digits) == digits
            && DecimalEnd(text, digits, ',', '.') == digits && TimeEnd(text, end + 1, digits) == 0
            ? digits
            : 0;
    }

    private static int DigitsEnd(ReadOnlySpan<char> text, int at)
    {
        var limit = at + MaxDigits;
        while (at < text.Length && at < limit && char.IsAsciiDigit(text[at]))
        {
            at++;
        }

        return at;
    }

    /// <summary>Groups of three digits behind one, two or three; all with the same separator.</summary>
    private static int GroupsEnd(ReadOnlySpan<char> text, int start, int end)
    {
        if (end - start > 3 || text[start] == '0' || end >= text.Length)
        {
            return end;
        }

        var separator = text[end];
        if (!CharacterClass.IsSpace(separator) && separator != '.')
        {
            return end;
        }

        var at = end;
        while (at < text.Length && at - start < MaxDigits && text[at] == separator && DigitsEnd(text, at + 1) == at + 4)
        {
            at += 4;
        }

        // "10.000.5" is no number with groups.
        return separator == '.' && at < text.Length - 1 && text[at] == '.' && char.IsAsciiDigit(text[at + 1]) ? end : at;
    }

    private static int DecimalEnd(ReadOnlySpan<char> text, int end, params ReadOnlySpan<char> separators)
    {
        if (end >= text.Length - 1 || !separators.Contains(text[end]))
        {
            return end;
        }

        var fraction = DigitsEnd(text, end + 1);
        return fraction > end + 1 ? fraction : end;
    }

    /// <summary>One or two digits, h, and perhaps two digits, with or without spaces; or two digits behind a colon.</summary>
    private static int TimeEnd(ReadOnlySpan<char> text, int start, int end)
    {
        if (end - start > 2 || end >= text.Length || int.Parse(text[start..end], System.Globalization.CultureInfo.InvariantCulture) > LastHour)
        {
            return 0;
        }

        var at = CharacterClass.IsSpace(text[end]) ? end + 1 : end;
        if (at == end && text[at] == ':' && MinutesEnd(text, at + 1) is > 0 and var clock)
        {
            return clock;
        }

        if (at >= text.Length || text[at] is not ('h' or 'H'))
        {
            return 0;
        }

        at++;
        var minutes = at < text.Length && CharacterClass.IsSpace(text[at]) ? at + 1 : at;
        if (MinutesEnd(text, minutes) is > 0 and var full)
        {
            return full;
        }

        return at == text.Length || !char.IsLetterOrDigit(text[at]) ? at : 0;
    }

    private static int MinutesEnd(ReadOnlySpan<char> text, int start)
    {
        var end = DigitsEnd(text, start);
        return end == start + 2 && text[start] < '6' && (end == text.Length || !char.IsLetter(text[end])) ? end : 0;
    }
}
