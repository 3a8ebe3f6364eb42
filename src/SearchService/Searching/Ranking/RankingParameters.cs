namespace SearchService.Searching.Ranking;

/// <summary>The constants of the ranking, which can be changed without indexing again.</summary>
public sealed record RankingParameters
{
    /// <summary>The values in use.</summary>
    public static RankingParameters Default { get; } = new();

    /// <summary>Term saturation of BM25: the default of the Anserini toolkit for passages and short articles, not tuned here.</summary>
    public float K1 { get; init; } = 0.9f;

    /// <summary>Length normalisation of BM25, 0 to 1: the default of the Anserini toolkit, not tuned here.</summary>
    public float B { get; init; } = 0.4f;
}
