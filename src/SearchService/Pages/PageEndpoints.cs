using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using SearchService.Articles;
using SearchService.Indexing;
using SearchService.Searching;
using SearchService.Searching.Similarity;
using SearchService.Storage;

namespace SearchService.Pages;

/// <summary>The pages for people: rendered on the server, in French.</summary>
public static class PageEndpoints
{
    private const int SimilarOfPage = 5;

    /// <summary>Adds what the pages need.</summary>
    public static IServiceCollection AddPages(this IServiceCollection services)
    {
        services.AddRazorComponents();

        // Razor brings data protection along; no page of ours needs a secret, so no key is written to the disk of the user.
        services.AddDataProtection().UseEphemeralDataProtectionProvider();
        return services;
    }

    /// <summary>Maps the pages.</summary>
    public static void MapPages(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/", Search).RequireRateLimiting(SearchOptions.LimiterPolicy).ExcludeFromDescription();
        routes.MapGet("/articles/{id}", Article).RequireRateLimiting(SearchOptions.LimiterPolicy).ExcludeFromDescription();
    }

    private static RazorComponentResult<SearchPage> Search(
        [AsParameters] SearchParameters parameters, ArticleSearcher searcher, IOptions<SearchOptions> options)
    {
        if (parameters.Read(options.Value.MaxQueryLength, out var fault) is not { } request)
        {
            return Page(new SearchView(parameters, new SearchRequest(), null, fault!.Message), 400);
        }

        try
        {
            return Page(new SearchView(parameters, request, searcher.Search(request), null), 200);
        }
        catch (IndexNotReadyException)
        {
            return Page(new SearchView(parameters, request, null, "L'index se construit : revenez dans un instant."), 503);
        }
        catch (SearchTimeoutException)
        {
            return Page(new SearchView(parameters, request, null, "La recherche a pris trop de temps : précisez-la ou réessayez."), 503);
        }
    }

    private static RazorComponentResult Article(string id, ArticleStore store, SimilarArticles similar) => store.Get(id) is { Visible: true } stored
        ? new RazorComponentResult<ArticlePage>(new { Article = stored.Classified, Similar = SimilarTo(stored.Classified, similar) })
        : new RazorComponentResult<MessagePage>(new { Title = "Article introuvable", Text = "Il n'existe pas, ou il a été retiré par sa source." })
        {
            StatusCode = 404,
        };

    private static IReadOnlyList<SearchHit> SimilarTo(ClassifiedArticle article, SimilarArticles similar)
    {
        try
        {
            return similar.Find(article.Article, SimilarOfPage);
        }
        catch (Exception e) when (e is IndexNotReadyException or SearchTimeoutException)
        {
            return []; // the article can be read all the same
        }
    }

    private static RazorComponentResult<SearchPage> Page(SearchView view, int status) => new(new { View = view }) { StatusCode = status };
}
