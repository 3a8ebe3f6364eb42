using SearchService.Hosting;
using SearchService.Indexing;
using SearchService.Observability;

namespace SearchService.Pages.Administration;

/// <summary>Gathers what the administration page shows. Safe for all threads.</summary>
public sealed class AdministrationReader(
    IndexStatusReader status, RebuildJobs jobs, IndexRollback rollback, RecentProblems problems, RecentSearches searches, TimeProvider time)
{
    /// <summary>More would be read in the log.</summary>
    private const int ShownProblems = 50;

    /// <summary>Reads everything now.</summary>
    /// <param name="entry">Who looks.</param>
    /// <param name="message">What could not be done, in French, or null.</param>
    public AdministrationView Read(AdministrationEntry entry, string? message)
    {
        var job = jobs.Last;

        // A job that runs may be about to make the generation that one could go back to.
        var noRollback = job is { HasEnded: false } ? "Un travail est en cours." : rollback.WhyImpossible();
        return new AdministrationView(
            status.Read(), job?.Status, job?.Kind, noRollback, [.. problems.Read().Take(ShownProblems)], problems.Count, searches.Slowest(), searches.Empty(),
            entry.Form, entry.Session is not null, message, time.GetLocalNow());
    }
}
