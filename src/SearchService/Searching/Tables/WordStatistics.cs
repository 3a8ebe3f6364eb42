namespace SearchService.Searching.Tables;

/// <summary>What the score of a word depends on beside the word and its documents: the collection around it.</summary>
/// <param name="LevelWeights">Per level what a word that stands there without end would score.</param>
/// <param name="HeadlineAverage">The average length of headlines, in words.</param>
/// <param name="TextAverage">The average length of texts, in words.</param>
internal sealed record WordStatistics(double[] LevelWeights, double HeadlineAverage, double TextAverage)
{
    /// <summary>Whether scores are the same ones with others.</summary>
    public bool AreThoseOf(WordStatistics other) => ReferenceEquals(this, other)
        || (HeadlineAverage == other.HeadlineAverage && TextAverage == other.TextAverage && LevelWeights.AsSpan().SequenceEqual(other.LevelWeights));

    /// <summary>
    /// What former scores are to be multiplied with to be no less than those of today; infinite if nothing is enough. The dampened frequency is concave, so it grows at most as
    /// the length factor does, and that at most as the average length.
    /// </summary>
    /// <param name="former">What the scores were worked out with.</param>
    public double StretchFrom(WordStatistics former)
    {
        var stretch = 1.0;
        for (var level = 0; level < LevelWeights.Length; level++)
        {
            if (LevelWeights[level] > 0)
            {
                stretch = former.LevelWeights[level] > 0 ? Math.Max(stretch, LevelWeights[level] / former.LevelWeights[level]) : double.PositiveInfinity;
            }
        }

        return stretch * Math.Max(1, Math.Max(HeadlineAverage / former.HeadlineAverage, TextAverage / former.TextAverage));
    }
}
