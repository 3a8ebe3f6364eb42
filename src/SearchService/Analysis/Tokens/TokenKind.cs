namespace SearchService.Analysis.Tokens;

/// <summary>What a token is made of.</summary>
public enum TokenKind
{
    /// <summary>Letters, possibly with digits (<c>G7</c>).</summary>
    Word,

    /// <summary>A letters-and-dots abbreviation (<c>O.N.U.</c>).</summary>
    Acronym,

    /// <summary>Digits with their separators (<c>10 000</c>, <c>1,5</c>).</summary>
    Number,

    /// <summary>An hour of the day (<c>20 h 30</c>).</summary>
    Time,

    /// <summary>A sign read as a word beside a number (<c>%</c>, <c>€</c>).</summary>
    Sign,

    /// <summary>A whole hyphenated word; the scanner gives its parts, this is asked for beside them.</summary>
    Compound,
}
