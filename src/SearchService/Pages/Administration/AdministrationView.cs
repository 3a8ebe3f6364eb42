using SearchService.Hosting;
using SearchService.Ingestion;
using SearchService.Observability;

namespace SearchService.Pages.Administration;

/// <summary>What the administration page shows.</summary>
/// <param name="Index">The state of the index.</param>
/// <param name="Work">The last rebuild or rollback since the start, or null.</param>
/// <param name="Kind">Which of them it is.</param>
/// <param name="NoRollback">Why there is nothing to go back to, in French; null if there is.</param>
/// <param name="Problems">The last problems of reading, newest first.</param>
/// <param name="ProblemCount">How many there were since the start.</param>
/// <param name="Slow">The slowest searches, slowest first.</param>
/// <param name="Empty">The last searches that found nothing, newest first.</param>
/// <param name="Form">What the forms carry along.</param>
/// <param name="CanSignOut">Whether there is a session to end.</param>
/// <param name="Message">What could not be done, in French, or null.</param>
/// <param name="Now">The moment of the page, in the time zone of the service.</param>
public sealed record AdministrationView(
    IndexStatus Index,
    RebuildStatus? Work,
    RebuildKind? Kind,
    string? NoRollback,
    IReadOnlyList<(DateTimeOffset At, IngestionProblem Problem)> Problems,
    long ProblemCount,
    IReadOnlyList<RecentSearch> Slow,
    IReadOnlyList<RecentSearch> Empty,
    string? Form,
    bool CanSignOut,
    string? Message,
    DateTimeOffset Now)
{
    /// <summary>Whether a rebuild or a rollback has not ended yet.</summary>
    public bool IsWorking => Work is { State: RebuildState.Queued or RebuildState.Running or RebuildState.Verifying };
}
