using SearchService.Articles;
using SearchService.Searching;
using SearchService.Searching.Facets;

namespace SearchService.Pages.Reading;

/// <summary>The articles of a story around one of them. Safe for all threads.</summary>
public sealed class StoryTimeline(ArticleSearcher searcher)
{
    private const int EachSide = 5;

    /// <summary>What the story of an article told before and after it, newest first, with itself; empty if it is alone.</summary>
    public IReadOnlyList<SearchHit> Around(ClassifiedArticle article)
    {
        if (article.Story is null)
        {
            return [];
        }

        var all = new SearchRequest { Stories = [article.Story], Size = EachSide + 1, Facets = new HashSet<FacetField>() };
        var hits = article.Article.PublishedAt is { } published
            ? Near(all, DayOf(published))
            : searcher.Search(all with { Sort = SearchSort.Newest }).Hits;
        return hits.Any(hit => hit.Id != article.Article.Id) ? hits : [];
    }

    private List<SearchHit> Near(SearchRequest all, int day)
    {
        var since = searcher.Search(all with { Sort = SearchSort.Oldest, Days = new DayRange(day, null) }).Hits;
        var until = searcher.Search(all with { Sort = SearchSort.Newest, Days = new DayRange(null, day) }).Hits;
        return [.. since.Concat(until).DistinctBy(hit => hit.Id).OrderByDescending(hit => hit.PublishedAt).ThenByDescending(hit => hit.Id, StringComparer.Ordinal)];
    }

    private static int DayOf(DateTimeOffset moment) => (moment.Year * 10000) + (moment.Month * 100) + moment.Day;
}
