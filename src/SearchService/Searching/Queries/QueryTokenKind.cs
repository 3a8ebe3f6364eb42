namespace SearchService.Searching.Queries;

/// <summary>What a piece of a query text is.</summary>
internal enum QueryTokenKind
{
    /// <summary>A word, with how it is found.</summary>
    Word,

    /// <summary>Text in quotes, with its slop.</summary>
    Phrase,

    /// <summary>Days of publication.</summary>
    Date,

    /// <summary>Quotes without a letter or digit in them: takes the sign before it along.</summary>
    Nothing,

    /// <summary>The name of a field and its colon; what it holds for follows at once.</summary>
    Field,

    /// <summary>A minus sign; what it excludes follows at once.</summary>
    Minus,

    /// <summary>An opening parenthesis.</summary>
    Open,

    /// <summary>A closing parenthesis.</summary>
    Close,

    /// <summary><c>OU</c>, <c>OR</c>.</summary>
    Or,

    /// <summary><c>ET</c>, <c>AND</c>.</summary>
    And,

    /// <summary><c>SAUF</c>, <c>NOT</c>.</summary>
    Not,

    /// <summary><c>PRES/n</c>, <c>NEAR/n</c>, <c>MEMEPARA</c>.</summary>
    Near,
}
