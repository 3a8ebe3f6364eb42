namespace SearchService.Searching.Ranking;

/// <summary>How much an article gains by being recent: a share of its score that halves with every half-life of its age.</summary>
/// <param name="Now">The moment from which ages are counted, in Unix milliseconds.</param>
/// <param name="HalfLifeDays">After how many days half of the gain is left; 0: age does not matter.</param>
/// <param name="Share">The gain of an article of this moment.</param>
public readonly record struct Recency(long Now, double HalfLifeDays, double Share)
{
    private const double MillisecondsOfDay = 86_400_000;

    /// <summary>What a score is multiplied with: 1 for very old and undated articles, 1 + <see cref="Share"/> for those of this moment or later.</summary>
    /// <param name="published">The instant of publication in Unix milliseconds, or null.</param>
    public double Factor(long? published) =>
        published is { } instant && HalfLifeDays > 0 ? 1 + (Share * Math.Pow(2, -Math.Max(0, Now - instant) / MillisecondsOfDay / HalfLifeDays)) : 1;
}
