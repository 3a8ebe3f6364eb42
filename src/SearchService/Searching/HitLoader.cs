using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using SearchService.Articles;
using SearchService.Indexing;
using SearchService.Searching.Highlighting;
using SearchService.Searching.Queries;

namespace SearchService.Searching;

/// <summary>Reads the articles of hits and marks in them what was found. For one answer, not for two threads.</summary>
internal sealed class HitLoader
{
    private readonly IndexSearcher _searcher;
    private readonly MatchResult _matches;
    private readonly Highlighter _highlighter;
    private readonly PassageFinder _passages;
    private Weight? _weight;

    public HitLoader(IndexSearcher searcher, MatchResult matches)
    {
        _searcher = searcher;
        _matches = matches;
        _highlighter = new Highlighter(matches.Query.Root, matches.Forms);
        _passages = new PassageFinder(_highlighter, searcher.IndexReader);
    }

    /// <summary>The hits of the page, in order.</summary>
    /// <param name="explain">Whether to say why each scores so.</param>
    /// <param name="checkTime">Throws when the search has taken too long.</param>
    public IReadOnlyList<SearchHit> Load(bool explain, Action checkTime)
    {
        var hits = new List<SearchHit>(_matches.Hits.Count);
        foreach (var found in _matches.Hits)
        {
            checkTime();
            var article = ArticleOf(found.Document);
            var source = article.Article;
            hits.Add(new SearchHit
            {
                Id = source.Id,
                Score = found.Score,
                Headline = source.Headline,
                HeadlineHtml = Html.Mark(source.Headline, _highlighter.Find(source.Headline, QueryPlace.Headline).Stretches),
                Topics = article.Topics,
                Story = article.Story,
                Derived = article.Derived,
                Source = source.Source,
                Byline = source.Byline,
                PublishedAt = source.PublishedAt,
                Url = source.Url,
                Folded = found.Folded,
                Passages = _passages.Find(source.Paragraphs),
                Explanation = explain ? ScoreExplanation.From(Explain(found.Document)) : null,
            });
        }

        return hits;
    }

    /// <summary>The words of the query that are missing from the first hit.</summary>
    public IReadOnlyList<string> LeftOut()
    {
        if (_matches.Hits.Count == 0)
        {
            return [];
        }

        var source = ArticleOf(_matches.Hits[0].Document).Article;
        var matched = _highlighter.Find(source.Headline, QueryPlace.Headline).Matched.ToHashSet();
        foreach (var paragraph in source.Paragraphs)
        {
            matched.UnionWith(_highlighter.Find(paragraph.Text, QueryPlace.Text).Matched);
            if (paragraph.Heading is not null)
            {
                matched.UnionWith(_highlighter.Find(paragraph.Heading, QueryPlace.Text).Matched);
            }
        }

        return [.. _highlighter.Leaves.Where((leaf, number) => leaf is QueryTerm && !matched.Contains(number)).Select(leaf => leaf.Text).Distinct()];
    }

    private Explanation Explain(int document)
    {
        _weight ??= _searcher.CreateNormalizedWeight(_matches.Lucene); // once: Lucene's own Explain makes it anew for each hit
        var segments = _searcher.IndexReader.Leaves;
        var segment = segments[ReaderUtil.SubIndex(document, segments)];
        return _weight.Explain(segment, document - segment.DocBase);
    }

    private ClassifiedArticle ArticleOf(int document)
    {
        var visitor = new DocumentStoredFieldVisitor(IndexSchema.Source);
        _searcher.Doc(document, visitor);
        return ArticleDocument.FromDocument(visitor.Document);
    }
}
