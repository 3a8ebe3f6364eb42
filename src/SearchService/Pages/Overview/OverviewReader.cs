using SearchService.Pages.Results;
using SearchService.Searching;
using SearchService.Searching.Facets;

namespace SearchService.Pages.Overview;

/// <summary>Reads what is new from the live index, by searches as anybody could make them: nothing is kept that could be out of date. Safe for all threads.</summary>
public sealed class OverviewReader(ArticleSearcher searcher)
{
    private const int LatestShown = 8;
    private const int StoriesShown = 6;
    private const int TopicsShown = 12;
    private const int TrendDays = 30;
    private const int TrendMonths = 12;

    // A week is what people call the last days; where so little was published, a month, or a year.
    private static readonly int[] LivelyDays = [7, 30, 365];

    private static readonly SearchRequest Everything = new() { Facets = new HashSet<FacetField>() };

    /// <summary>Reads it.</summary>
    /// <param name="now">The moment; an archive that ends earlier is told from its own end.</param>
    /// <exception cref="Indexing.IndexNotReadyException">No generation is published yet.</exception>
    /// <exception cref="SearchTimeoutException">A search took too long.</exception>
    public OverviewView Read(DateTimeOffset now)
    {
        var latest = searcher.Search(Everything with { Size = LatestShown, Facets = new HashSet<FacetField> { FacetField.Topic }, FacetSize = TopicsShown });
        var newest = latest.Hits.Select(hit => hit.PublishedAt).FirstOrDefault(at => at is not null) ?? now;
        var end = DateOnly.FromDateTime((newest < now ? newest : now).Date);

        var (days, stories) = Lively(end);
        return new OverviewView(latest.Total, latest.Hits, days, stories, [.. Trends(latest.Facets["topic"], days, end)], now);
    }

    private (DayRange Days, IReadOnlyList<LivelyStory> Stories) Lively(DateOnly end)
    {
        var days = default(DayRange);
        IReadOnlyList<FacetValue> stories = [];
        foreach (var length in LivelyDays)
        {
            days = Last(length, end);
            stories = [.. Counts(FacetField.Story, Everything with { Days = days, FacetSize = StoriesShown }).Where(story => story.Count > 1)];
            if (stories.Count == StoriesShown)
            {
                break;
            }
        }

        return (days, [.. stories.SelectMany(story => Latest(story.Value, days).Select(hit => new LivelyStory(story.Value, story.Count, hit)))]);
    }

    private IEnumerable<TopicTrend> Trends(IReadOnlyList<FacetValue> topics, DayRange lively, DateOnly end)
    {
        // Where little is published days would be a line of noughts: months then.
        var byMonth = lively.From == Last(LivelyDays[^1], end).From;
        var first = byMonth ? end.AddDays(1 - end.Day).AddMonths(1 - TrendMonths) : end.AddDays(1 - TrendDays);
        foreach (var topic in topics)
        {
            var dates = Counts(FacetField.Date, Everything with { Topics = [topic.Value], Days = new DayRange(Number(first), Number(end)) });
            yield return new TopicTrend(topic.Value, topic.Count, [.. DateHistogram.Between(dates, first, byMonth ? end.AddDays(1 - end.Day) : end, byMonth).Bars.Select(bar => bar.Count)]);
        }
    }

    private IReadOnlyList<FacetValue> Counts(FacetField field, SearchRequest request) =>
        searcher.Search(request with { Size = 0, Facets = new HashSet<FacetField> { field } }).Facets[SearchAddress.Name(field)];

    private IReadOnlyList<SearchHit> Latest(string story, DayRange days) => searcher.Search(Everything with { Stories = [story], Days = days, Size = 1 }).Hits;

    private static DayRange Last(int days, DateOnly end) => new(Number(end.AddDays(1 - days)), Number(end));

    private static int Number(DateOnly day) => (day.Year * 10000) + (day.Month * 100) + day.Day;
}
