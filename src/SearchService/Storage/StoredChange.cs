using SearchService.Articles;

namespace SearchService.Storage;

/// <summary>The last change of one article, as a follower of the store sees it.</summary>
/// <param name="Sequence">Its number; numbers grow and are never used twice.</param>
/// <param name="Id">The article.</param>
/// <param name="Article">The article if readers may see it, or null if it is hidden or deleted.</param>
/// <param name="Version">Its version; 0 if deleted.</param>
/// <param name="Fault">Why an article that readers may see cannot be read, which is then null; the changes beside it can.</param>
public sealed record StoredChange(long Sequence, string Id, ClassifiedArticle? Article, long Version, StoreException? Fault = null);
