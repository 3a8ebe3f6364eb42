namespace SearchService.Pages.Results;

/// <summary>A bar of a histogram.</summary>
/// <param name="Value">The day, month or year: <c>2025-12-24</c>, <c>2025-12</c> or <c>2025</c>.</param>
/// <param name="Count">How many articles were published then.</param>
/// <param name="From">Its first day, <c>2025-12-01</c>.</param>
/// <param name="To">Its last day.</param>
public sealed record DateBar(string Value, int Count, string From, string To);
