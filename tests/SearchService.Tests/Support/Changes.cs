using SearchService.Articles;
using SearchService.Storage;

namespace SearchService.Tests.Support;

/// <summary>Short ways to ask the store for changes.</summary>
public static class Changes
{
    /// <summary>A client's upsert of an article that no rules classified.</summary>
    public static ArticleChange Put(
        string id,
        string headline,
        long? version = null,
        ArticleStatus status = ArticleStatus.Usable,
        DateTimeOffset? embargo = null,
        ChangeOrigin origin = ChangeOrigin.Client) =>
        ArticleChange.Put(Make.Plain(Make.Article(id, headline) with { Version = version, Status = status, EmbargoUntil = embargo }), origin);

    /// <summary>Upserts of <c>a0</c>, <c>a1</c>, …; each headline holds the word <c>dépêche</c> and its own number.</summary>
    public static ArticleChange[] PutMany(int count, int from = 0) =>
        [.. Enumerable.Range(from, count).Select(i => Put($"a{i}", $"Dépêche numéro {i}"))];
}
