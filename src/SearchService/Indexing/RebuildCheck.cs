namespace SearchService.Indexing;

/// <summary>A check that a new generation must pass before it is published.</summary>
/// <param name="Name">What is checked: <c>opens</c>, <c>count</c>, <c>duplicates</c>, <c>queries</c>.</param>
/// <param name="Passed">Whether it passed.</param>
/// <param name="Detail">What was found, in French and fit to be shown.</param>
public sealed record RebuildCheck(string Name, bool Passed, string Detail);
