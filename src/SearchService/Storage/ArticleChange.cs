using SearchService.Articles;

namespace SearchService.Storage;

/// <summary>A change that someone asks the store for.</summary>
/// <param name="Id">The article.</param>
/// <param name="Article">What it shall be, or null to delete it.</param>
/// <param name="Derivation">What classification found for it.</param>
/// <param name="Origin">Who asks.</param>
public sealed record ArticleChange(string Id, Article? Article, Derivation Derivation, ChangeOrigin Origin)
{
    /// <summary>An upsert.</summary>
    public static ArticleChange Put(ClassifiedArticle article, ChangeOrigin origin = ChangeOrigin.Client) =>
        new(article.Article.Id, article.Article, article.Derivation, origin);

    /// <summary>A deletion.</summary>
    public static ArticleChange Delete(string id) => new(id, null, Derivation.None, ChangeOrigin.Client);
}
