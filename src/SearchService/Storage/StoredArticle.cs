using SearchService.Articles;

namespace SearchService.Storage;

/// <summary>An article as the store holds it.</summary>
/// <param name="Classified">The article and what was derived for it; its own <see cref="Article.Version"/> is the stored one.</param>
/// <param name="Version">The version.</param>
/// <param name="Sequence">The number of its last change.</param>
/// <param name="Visible">Whether readers may see it now.</param>
public sealed record StoredArticle(ClassifiedArticle Classified, long Version, long Sequence, bool Visible);
