using Lucene.Net.Search;

namespace SearchService.Searching.Matching;

/// <summary>The most that a word scores in each window of a segment's documents, deletions aside, when its levels weigh what they weighed.</summary>
/// <param name="Scores">The best score in each window of <see cref="Window"/> documents.</param>
/// <param name="LevelWeights">What the levels weighed.</param>
/// <param name="HeadlineAverage">The average length of headlines then, in words.</param>
/// <param name="TextAverage">The average length of texts then, in words.</param>
/// <remarks>
/// Block-max indexes (Ding and Suel, "Faster top-k document retrieval using block-max indexes", SIGIR 2011), with windows of documents instead of blocks of postings: so the
/// windows of all words of a query are the same ones, and a bound holds for all places and levels of a word together.
/// </remarks>
internal sealed record WordBounds(float[] Scores, double[] LevelWeights, double HeadlineAverage, double TextAverage)
{
    /// <summary>How many documents a window has: as many as postings have a block in Lucene.</summary>
    public const int Window = 128;

    // Scores are sums of single precision: their last digits depend on the order.
    private const float Rounding = 1.0001f;

    // With another collection around it a bound is stretched, and no longer worth keeping when it is far off.
    private const double MostStretch = 1.1;

    /// <summary>How many windows a segment has.</summary>
    /// <param name="documents">How many documents it has.</param>
    public static int WindowsOf(int documents) => (documents + Window - 1) / Window;

    /// <summary>Scores every document that a scorer finds and keeps the best of each window.</summary>
    public static float[] Best(Scorer? scorer, int documents)
    {
        var best = new float[WindowsOf(documents)];
        for (var document = scorer?.NextDoc() ?? DocIdSetIterator.NO_MORE_DOCS; document != DocIdSetIterator.NO_MORE_DOCS; document = scorer!.NextDoc())
        {
            ref var window = ref best[document / Window];
            window = Math.Max(window, scorer!.GetScore() * Rounding);
        }

        return best;
    }

    /// <summary>
    /// What to multiply the scores with for the weights and lengths of today, or null if they are so far from those of then that new bounds pay. The dampened frequency
    /// is concave, so it grows at most as the length factor does, and that at most as the average length.
    /// </summary>
    public float? Stretch(double[] levelWeights, double headlineAverage, double textAverage)
    {
        var stretch = 1.0;
        for (var level = 0; level < levelWeights.Length; level++)
        {
            if (levelWeights[level] > 0)
            {
                stretch = LevelWeights[level] > 0 ? Math.Max(stretch, levelWeights[level] / LevelWeights[level]) : double.PositiveInfinity;
            }
        }

        stretch *= Math.Max(1, Math.Max(headlineAverage / HeadlineAverage, textAverage / TextAverage));
        return stretch <= MostStretch ? (float)(stretch * Rounding) : null;
    }
}
