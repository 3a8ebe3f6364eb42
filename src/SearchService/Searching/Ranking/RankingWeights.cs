using SearchService.Analysis;
using SearchService.Indexing;

namespace SearchService.Searching.Ranking;

/// <summary>
/// How much a match counts by its place, its form and its word. The values are the best of ten settings tried on 1,200 questions of PIAF 1.1
/// (operator <c>any</c>, nDCG@10 0.802; the sum over places with a headline of 3 gave 0.641), found with the light stemmer in the place of lemmas; the
/// share of the stem is a first guess and not tuned.
/// </summary>
public static class RankingWeights
{
    /// <summary>The part of the weaker places that a word adds to its best one.</summary>
    public const float TieBreaker = 0.1f;

    /// <summary>A word of grammar counts so much less than another.</summary>
    public const float GrammaticalWord = 0.2f;

    /// <summary>What the stem adds to the lemma: words of the same family in the whole article.</summary>
    public const float Stem = 0.25f;

    private const float Headline = 1.5f;
    private const float Lead = 1.2f;
    private const float Body = 1f;
    private const float ExactShare = 0.5f;

    /// <summary>The weight of a match: the headline more than the first paragraph, that more than the rest; the form as typed half as much again.</summary>
    /// <param name="field">A field of text of <see cref="IndexSchema"/>.</param>
    /// <param name="level">The level it matched at.</param>
    public static float Of(string field, AnalysisLevel level)
    {
        var place = field switch
        {
            IndexSchema.Headline => Headline,
            IndexSchema.Lead => Lead,
            _ => Body,
        };
        return level == AnalysisLevel.Exact ? place * ExactShare : place;
    }
}
