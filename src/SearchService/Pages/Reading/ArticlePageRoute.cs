using Microsoft.AspNetCore.Http.HttpResults;
using SearchService.Indexing;
using SearchService.Searching;
using SearchService.Searching.Similarity;
using SearchService.Storage;

namespace SearchService.Pages.Reading;

/// <summary>The page of an article.</summary>
public static class ArticlePageRoute
{
    private const int SimilarOfPage = 5;

    /// <summary>Maps it.</summary>
    public static void MapArticlePage(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/articles/{id}", Show).RequireRateLimiting(SearchOptions.LimiterPolicy).ExcludeFromDescription();

    private static RazorComponentResult Show(
        string id, string? q, ArticleStore store, ArticleMarker marker, SimilarArticles similar, StoryTimeline timeline, TimeProvider time)
    {
        if (store.Get(id) is not { Visible: true } stored)
        {
            return PageResult.Of<MessagePage>(
                new { Title = "Article introuvable", Text = "Il n’existe pas, ou il a été retiré par sa source." }, StatusCodes.Status404NotFound);
        }

        var article = stored.Classified;
        var story = IfReady(() => timeline.Around(article)) ?? [];
        var told = story.Select(hit => hit.Id).ToHashSet();
        return PageResult.Of<ArticlePage>(new
        {
            View = new ReadingView(
                article,
                q,
                new NumberedMarks(IfReady(() => marker.Mark(article.Article, q)) ?? ArticleMarker.Unmarked(article.Article)),
                [.. (IfReady(() => similar.Find(article.Article, SimilarOfPage + told.Count)) ?? []).Where(hit => !told.Contains(hit.Id)).Take(SimilarOfPage)],
                story,
                time.GetUtcNow()),
        });
    }

    /// <summary>What the index adds, or null: the article can be read all the same.</summary>
    private static T? IfReady<T>(Func<T> ask)
        where T : class
    {
        try
        {
            return ask();
        }
        catch (Exception e) when (e is IndexNotReadyException or SearchTimeoutException)
        {
            return null;
        }
    }
}
