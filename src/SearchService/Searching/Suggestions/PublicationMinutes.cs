using Lucene.Net.Index;
using SearchService.Indexing;

namespace SearchService.Searching.Suggestions;

/// <summary>The instants of publication of a segment in memory, as whole minutes of Unix time: 4 bytes a document, good for four thousand years.</summary>
internal static class PublicationMinutes
{
    /// <summary>Stands for no date: before any date, and with a counterpart of the other sign.</summary>
    public const int Undated = -int.MaxValue;

    private const long MillisecondsPerMinute = 60_000;

    /// <summary>The minute of each document.</summary>
    public static int[] Of(AtomicReader segment)
    {
        var minutes = new int[segment.MaxDoc];
        var published = segment.GetNumericDocValues(IndexSchema.Published);
        var dated = segment.GetDocsWithField(IndexSchema.Published);
        for (var document = 0; document < minutes.Length; document++)
        {
            minutes[document] = published is not null && dated!.Get(document)
                ? (int)Math.Clamp(published.Get(document) / MillisecondsPerMinute, Undated + 1, int.MaxValue)
                : Undated;
        }

        return minutes;
    }

    /// <summary>
    /// What a thing counts by its newest article: twice as much when that is the newest of all, and once when it is old; half of the difference is gone after
    /// <paramref name="halfLifeDays"/>.
    /// </summary>
    public static double Recency(int newest, int newestOfAll, int halfLifeDays = 30) =>
        newest == Undated ? 1 : 1 + Math.Pow(0.5, ((double)newestOfAll - newest) / (halfLifeDays * 24 * 60));
}
