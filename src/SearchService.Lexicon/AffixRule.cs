namespace SearchService.Lexicon;

/// <summary>One line of an affix class: words that end so lose some letters and get others.</summary>
/// <param name="Strip">The letters taken off.</param>
/// <param name="Add">The letters put there.</param>
/// <param name="Flags">Further classes that apply to the result; in this dictionary they tell which elided words may stand before it.</param>
/// <param name="Condition">What the word must end with.</param>
internal sealed record AffixRule(string Strip, string Add, IReadOnlyList<string> Flags, EndingCondition Condition)
{
    /// <summary>The form that the rule makes of a word, or null if it does not apply.</summary>
    public string? Apply(string word) => word.EndsWith(Strip, StringComparison.Ordinal) && Condition.Holds(word)
        ? string.Concat(word.AsSpan(0, word.Length - Strip.Length), Add)
        : null;
}
