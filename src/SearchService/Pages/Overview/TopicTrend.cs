namespace SearchService.Pages.Overview;

/// <summary>A topic and how its numbers went.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Count">How many articles it has in all.</param>
/// <param name="Counts">How many on each of the last days or months, earliest first.</param>
public sealed record TopicTrend(string Name, int Count, IReadOnlyList<int> Counts);
