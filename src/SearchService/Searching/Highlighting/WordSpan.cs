namespace SearchService.Searching.Highlighting;

/// <summary>Words of a text, from one to another, in which a part of a query stands.</summary>
/// <param name="First">The number of the first word.</param>
/// <param name="Last">The number of the last word.</param>
/// <param name="Origin">What the part that found it knows it by.</param>
/// <param name="Other">More of the same.</param>
internal readonly record struct WordSpan(int First, int Last, int Origin = 0, int Other = 0)
{
    /// <summary>The order in which spans are kept.</summary>
    public static Comparison<WordSpan> InOrder { get; } = (a, b) => a.First.CompareTo(b.First);
}
