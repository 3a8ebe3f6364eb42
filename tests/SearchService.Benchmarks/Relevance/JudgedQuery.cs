namespace SearchService.Benchmarks.Relevance;

/// <summary>A query and the documents that are relevant to it.</summary>
/// <param name="Id">Its name in the collection.</param>
/// <param name="Text">What is typed.</param>
/// <param name="Grades">How relevant each relevant document is, from 1.</param>
public sealed record JudgedQuery(string Id, string Text, IReadOnlyDictionary<string, int> Grades);
