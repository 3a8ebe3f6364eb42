namespace SearchService.Searching.Ranking;

/// <summary>How much an article gains by being recent: a share of its score that halves with every half-life of its age.</summary>
/// <param name="Now">The moment from which ages are counted, in Unix milliseconds.</param>
/// <param name="HalfLifeDays">After how many days half of the gain is left; 0: age does not matter.</param>
/// <param name="Share">The gain of an article of this moment.</param>
public readonly record struct Recency(long Now, double HalfLifeDays, double Share)
{
    private const double MillisecondsOfDay = 86_400_000;

    // Beyond them nothing is left of the gain that a double could tell from none.
    private const double MostHalfLives = 64;

    /// <summary>What a score is multiplied with: 1 for very old and undated articles, 1 + <see cref="Share"/> for those of this moment or later.</summary>
    /// <param name="published">The instant of publication in Unix milliseconds, or null.</param>
    public double Factor(long? published)
    {
        if (published is not { } instant || HalfLifeDays <= 0)
        {
            return 1;
        }

        var halfLives = Math.Max(0, Now - instant) / MillisecondsOfDay / HalfLifeDays;
        return halfLives < MostHalfLives ? 1 + (Share * Math.Pow(2, -halfLives)) : 1;
    }
}
