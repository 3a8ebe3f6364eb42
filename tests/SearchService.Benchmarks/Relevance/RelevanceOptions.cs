using SearchService.Searching;
using SearchService.Searching.Ranking;

namespace SearchService.Benchmarks.Relevance;

/// <summary>What a run of the command shall do.</summary>
internal sealed record RelevanceOptions
{
    /// <summary>The collections.</summary>
    public required IReadOnlyList<CollectionSource> Collections { get; init; }

    /// <summary>How much a collection counts in means; 1 if it is not here.</summary>
    public required IReadOnlyDictionary<string, double> Weights { get; init; }

    /// <summary>The folder of the indexes.</summary>
    public required string Cache { get; init; }

    /// <summary>Whether to make the indexes anew.</summary>
    public bool Fresh { get; init; }

    /// <summary>How many words must match.</summary>
    public SearchOperator Words { get; init; }

    /// <summary>The constants of the ranking.</summary>
    public required RankingParameters Parameters { get; init; }

    /// <summary>How many queries of each collection at most; 0 is all.</summary>
    public int Queries { get; init; }

    /// <summary>Which half of the queries: 0 the even-numbered ones, 1 the odd, null all.</summary>
    public int? Split { get; init; }

    /// <summary>Constants to try with each of some values, one constant after the other.</summary>
    public IReadOnlyList<(string Name, double[] Values)> Sweeps { get; init; } = [];

    /// <summary>Constants to find better values for.</summary>
    public IReadOnlyList<string> Tuned { get; init; } = [];

    /// <summary>The first step of tuning, as a part of the value.</summary>
    public double Step { get; init; }

    /// <summary>How often tuning goes through all constants at most.</summary>
    public int Rounds { get; init; }

    /// <summary>Constants to compare with, query by query; null if that is not asked for.</summary>
    public RankingParameters? Compared { get; init; }

    /// <summary>The queries of a collection that are asked for: a half of them, then the first so many of that.</summary>
    public IReadOnlyList<JudgedQuery> Select(Collection collection, int? split)
    {
        var half = collection.Queries.Where((_, number) => split is null || number % 2 == split);
        return [.. Queries == 0 ? half : half.Take(Queries)];
    }
}
