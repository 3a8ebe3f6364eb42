using SearchService.Indexing;
using SearchService.Searching;
using SearchService.Storage;
using SearchService.Tests.Support;

namespace SearchService.Tests.Searching;

/// <summary>Searches of an engine as tests read best.</summary>
public static class SearchCalls
{
    public static SearchResponse Search(this TestEngine engine, string query, SearchOperator words = SearchOperator.Auto) =>
        engine.Search(new SearchRequest { Query = query, Operator = words, Size = 100 });

    public static SearchResponse Search(this TestEngine engine, SearchRequest request) => engine.Searcher.Search(request);

    /// <summary>The identifiers of the hits in order, as one line.</summary>
    public static string Ids(this SearchResponse response) => string.Join(' ', response.Hits.Select(hit => hit.Id));

    /// <summary>The identifiers of the hits of a search in order, as one line.</summary>
    public static string Ids(this TestEngine engine, string query, SearchOperator words = SearchOperator.Auto) => engine.Search(query, words).Ids();

    /// <summary>The identifiers of the hits of a search in alphabetical order, as one line.</summary>
    public static string Found(this TestEngine engine, string query, SearchOperator words = SearchOperator.Auto) =>
        string.Join(' ', engine.Search(query, words).Hits.Select(hit => hit.Id).Order(StringComparer.Ordinal));

    /// <summary>Takes articles away from searches.</summary>
    public static void Delete(this TestEngine engine, params IEnumerable<string> ids)
    {
        engine.Store.Apply([.. ids.Select(ArticleChange.Delete)]);
        engine.Get<IndexFollower>().CatchUp(1, CancellationToken.None);
    }

    /// <summary>How many segments a search runs through.</summary>
    public static int CountSegments(this TestEngine engine)
    {
        using var lease = engine.Get<LiveIndex>().Acquire();
        return lease.Searcher.IndexReader.Leaves.Count;
    }
}
