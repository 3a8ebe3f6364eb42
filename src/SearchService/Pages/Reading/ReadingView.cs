using SearchService.Articles;
using SearchService.Searching;

namespace SearchService.Pages.Reading;

/// <summary>What the page of an article shows.</summary>
/// <param name="Article">The article.</param>
/// <param name="Query">The query that led to it, or null.</param>
/// <param name="Text">Its text, with what the query looks for marked and numbered.</param>
/// <param name="Similar">Articles like it.</param>
/// <param name="Timeline">What else its story tells, newest first, with the article itself in its place; empty if there is nothing else.</param>
/// <param name="Now">The moment from which dates are told.</param>
public sealed record ReadingView(
    ClassifiedArticle Article, string? Query, NumberedMarks Text, IReadOnlyList<SearchHit> Similar, IReadOnlyList<SearchHit> Timeline, DateTimeOffset Now);
