namespace SearchService.Searching.Queries;

/// <summary>A piece of a query text.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Position">Where it starts, in UTF-16 units.</param>
/// <param name="Text">The word, the text in quotes, the operator or the name of the field, as typed.</param>
internal readonly record struct QueryToken(QueryTokenKind Kind, int Position, string Text = "")
{
    /// <summary>How a word is found.</summary>
    public WordMatch Match { get; init; }

    /// <summary>The place of a field.</summary>
    public QueryPlace Place { get; init; }

    /// <summary>The days of a date.</summary>
    public DayRange Days { get; init; }

    /// <summary>The slop of a phrase, the distance of an operator as typed, or null.</summary>
    public int? Number { get; init; }

    /// <summary>Whether a parenthesis may be the mouth of a smiley: then nobody misses its partner.</summary>
    public bool InSmiley { get; init; }

    /// <summary>Whether it is a word that stands for itself, without a sign.</summary>
    public bool IsPlainWord => Kind == QueryTokenKind.Word && Match == WordMatch.Inflected;

    /// <summary>Whether it is an operator of capitals.</summary>
    public bool IsOperator => Kind is QueryTokenKind.Or or QueryTokenKind.And or QueryTokenKind.Not or QueryTokenKind.Near;
}
