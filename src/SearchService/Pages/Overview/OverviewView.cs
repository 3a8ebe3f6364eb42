using SearchService.Searching;

namespace SearchService.Pages.Overview;

/// <summary>What the first page shows before anything is asked.</summary>
/// <param name="Total">How many articles there are.</param>
/// <param name="Latest">The latest ones.</param>
/// <param name="Days">The days that count as the last ones.</param>
/// <param name="Stories">The stories with most articles in these days.</param>
/// <param name="Topics">The topics with most articles in all.</param>
/// <param name="Now">The moment from which dates are told.</param>
public sealed record OverviewView(
    int Total, IReadOnlyList<SearchHit> Latest, DayRange Days, IReadOnlyList<LivelyStory> Stories, IReadOnlyList<TopicTrend> Topics, DateTimeOffset Now);
