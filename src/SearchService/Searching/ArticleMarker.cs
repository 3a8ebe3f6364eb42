using Microsoft.Extensions.Options;
using SearchService.Analysis;
using SearchService.Articles;
using SearchService.Indexing;
using SearchService.Searching.Highlighting;
using SearchService.Searching.Queries;

namespace SearchService.Searching;

/// <summary>Marks in a whole article what a query looks for, as its hits do. Safe for all threads.</summary>
public sealed class ArticleMarker(LiveIndex live, SynonymMap synonyms, IOptions<SearchOptions> options)
{
    /// <summary>Marks an article; without a query, or with one that is too long, nothing is marked.</summary>
    /// <exception cref="IndexNotReadyException">No generation is published yet.</exception>
    public MarkedArticle Mark(Article article, string? query)
    {
        if (string.IsNullOrWhiteSpace(query) || query.Length > options.Value.MaxQueryLength)
        {
            return Unmarked(article);
        }

        using var lease = live.Acquire();
        var parsed = QueryParser.Parse(query, options.Value.MaxClauses);
        var analyzed = AnalyzedQuery.From(parsed, synonyms, options.Value.MaxClauses, Citations.AreIn(parsed.Root, query));
        var highlighter = new Highlighter(analyzed.Root, PatternExpansion.Expand(analyzed, lease.Searcher.IndexReader));
        return Marked(article, (text, place) => highlighter.Find(text, place).Stretches);
    }

    /// <summary>The article without any mark.</summary>
    public static MarkedArticle Unmarked(Article article) => Marked(article, (_, _) => []);

    private static MarkedArticle Marked(Article article, Func<string, QueryPlace, IReadOnlyList<(int Start, int End)>> find) => new(
        Html.Mark(article.Headline, find(article.Headline, QueryPlace.Headline)),
        [
            .. article.Paragraphs.Select(paragraph => new MarkedParagraph(
                Html.Mark(paragraph.Text, find(paragraph.Text, QueryPlace.Text)),
                paragraph.Heading is null ? null : Html.Mark(paragraph.Heading, find(paragraph.Heading, QueryPlace.Text)))),
        ]);
}
