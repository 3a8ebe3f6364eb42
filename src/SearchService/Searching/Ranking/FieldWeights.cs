using SearchService.Analysis;
using SearchService.Indexing;

namespace SearchService.Searching.Ranking;

/// <summary>
/// How much a match counts by its place and its form: the headline more than the first paragraph, that more than the rest, and the form as typed
/// half as much again on top of its stem.
/// </summary>
public static class FieldWeights
{
    private const float ExactShare = 0.5f;

    /// <summary>The weight of a match.</summary>
    /// <param name="field">A field of text of <see cref="IndexSchema"/>.</param>
    /// <param name="level">The level it matched at.</param>
    public static float Of(string field, AnalysisLevel level)
    {
        var place = field switch
        {
            IndexSchema.Headline => 3f,
            IndexSchema.Lead => 1.5f,
            _ => 1f,
        };
        return level == AnalysisLevel.Exact ? place * ExactShare : place;
    }
}
