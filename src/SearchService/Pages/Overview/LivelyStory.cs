using SearchService.Searching;

namespace SearchService.Pages.Overview;

/// <summary>A story that is being told.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Count">How many articles it had in the last days.</param>
/// <param name="Latest">The latest one.</param>
public sealed record LivelyStory(string Name, int Count, SearchHit Latest);
