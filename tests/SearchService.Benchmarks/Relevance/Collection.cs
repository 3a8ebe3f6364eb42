using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using SearchService.Searching;
using SearchService.Searching.Facets;
using SearchService.Searching.Ranking;

namespace SearchService.Benchmarks.Relevance;

/// <summary>A collection with its index, ready to be measured.</summary>
internal sealed class Collection
{
    private const int Threads = 2;
    private const int Depth = 100;

    private static readonly HashSet<FacetField> NoFacets = [];

    private readonly CollectionIndex _index;

    /// <summary>A collection over an index that somebody else disposes.</summary>
    public Collection(string name, IReadOnlyList<JudgedQuery> queries, CollectionIndex index, double weight)
    {
        Name = name;
        Queries = queries;
        Weight = weight;
        _index = index;
    }

    /// <summary>The name in the tables.</summary>
    public string Name { get; }

    /// <summary>All judged queries.</summary>
    public IReadOnlyList<JudgedQuery> Queries { get; }

    /// <summary>How much it counts in a mean over collections.</summary>
    public double Weight { get; }

    /// <summary>Searches queries with the given constants and scores the answers.</summary>
    public Evaluation Evaluate(IReadOnlyList<JudgedQuery> queries, RankingParameters parameters, SearchOperator words)
    {
        using var provider = _index.WithParameters(parameters);
        var searcher = provider.GetRequiredService<ArticleSearcher>();
        var scores = new QueryScore[queries.Count];
        var watch = Stopwatch.StartNew();
        Parallel.For(0, scores.Length, new ParallelOptions { MaxDegreeOfParallelism = Threads }, i =>
        {
            var (query, grades) = (queries[i], queries[i].Grades);
            var ranking = searcher.Rank(new SearchRequest { Query = query.Text, Operator = words, Size = Depth, Facets = NoFacets });
            scores[i] = new QueryScore(
                RelevanceMeasures.Ndcg(ranking, grades), RelevanceMeasures.ReciprocalRank(ranking, grades),
                RelevanceMeasures.Recall(ranking, grades), RelevanceMeasures.FirstRelevant(ranking, grades));
        });
        return new Evaluation(queries, scores, watch.Elapsed);
    }
}
