using SearchService.Articles;

namespace SearchService.Storage;

/// <summary>An article as one file says it.</summary>
/// <param name="Line">The line where it starts, from 1.</param>
/// <param name="Article">The article with what was derived for it.</param>
public sealed record FileItem(int Line, ClassifiedArticle Article);
