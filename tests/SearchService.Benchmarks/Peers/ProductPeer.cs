using Lucene.Net.Analysis;
using Lucene.Net.Index;
using Lucene.Net.Search;
using SearchService.Analysis;
using SearchService.Articles;
using SearchService.Indexing;
using SearchService.Searching;
using SearchService.Searching.Facets;
using SearchService.Searching.Queries;
using SearchService.Searching.Ranking;

namespace SearchService.Benchmarks.Peers;

/// <summary>The product: its levels, fields and formula, and the queries as its users would type them.</summary>
internal sealed class ProductPeer : IPeer
{
    private readonly FacetNumbers _facets = new();

    public Analyzer Analyzer { get; } = IndexSchema.CreateAnalyzer();

    public Func<PeerArticle, IEnumerable<IIndexableField>> NewBuilder()
    {
        var builder = new ArticleDocumentBuilder();
        return article => builder.Build(
            new ClassifiedArticle(
                new Article
                {
                    Id = article.Id,
                    Headline = article.Title,
                    Paragraphs = [new Paragraph(article.Body, null)],
                    Topics = [article.Topic],
                    PublishedAt = article.Date == 0 ? null : DateTimeOffset.FromUnixTimeSeconds(article.Date),
                },
                Derivation.None),
            version: 1);
    }

    public MatchResult Run(PeerQuery query, IndexSearcher searcher)
    {
        var request = new SearchRequest
        {
            Query = query.Class switch
            {
                "phrase" => $"\"{query.Words}\"",
                "prefix" => query.Words + "*",
                "fuzzy" => query.Words + "~",
                _ => query.Words,
            },
            Operator = query.Class == "and2" ? SearchOperator.All : SearchOperator.Any,
            Topics = query.Class == "filter" ? [query.Topic] : [],
            Facets = query.Class == "facet" ? new HashSet<FacetField> { FacetField.Topic } : new HashSet<FacetField>(),
            FacetSize = 10,
            Sort = query.Class == "datesort" ? SearchSort.Newest : SearchSort.Relevance,
        };
        var analyzed = AnalyzedQuery.From(QueryParser.Parse(request.Query, 64), SynonymMap.BuiltIn, 64);
        var recency = new Recency(1_800_000_000_000, 30, RankingParameters.Default.Recency);
        return new ArticleMatcher(searcher, request, _facets, RankingParameters.Default, recency, () => { }).Match(analyzed, request.Operator == SearchOperator.Any);
    }
}
