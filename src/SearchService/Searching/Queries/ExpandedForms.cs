namespace SearchService.Searching.Queries;

/// <summary>The forms of one index that the patterns of a query stand for.</summary>
/// <param name="Forms">Per pattern its forms, the most frequent first.</param>
/// <param name="Cut">The patterns that stand for more forms than the limit.</param>
public sealed record ExpandedForms(IReadOnlyDictionary<QueryPattern, IReadOnlyList<string>> Forms, IReadOnlyList<QueryPattern> Cut)
{
    /// <summary>Of a query without patterns.</summary>
    public static ExpandedForms None { get; } = new(new Dictionary<QueryPattern, IReadOnlyList<string>>(), []);

    /// <summary>The forms of a pattern.</summary>
    public IReadOnlyList<string> Of(QueryPattern pattern) => Forms.GetValueOrDefault(pattern, []);
}
