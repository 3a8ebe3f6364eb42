using Microsoft.AspNetCore.Http.HttpResults;
using SearchService.Hosting;
using SearchService.Indexing;

namespace SearchService.Endpoints;

/// <summary>The state of the index and its rebuilds.</summary>
public static class IndexEndpoints
{
    /// <summary>Maps the routes.</summary>
    public static void MapIndex(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/index").WithTags("Index");
        group.MapGet("", Status).WithSummary("The state of the index");
        group.MapGet("/rebuilds/{id}", Progress).WithName("Rebuild").WithSummary("The progress of a rebuild");

        var changing = group.MapGroup("").AddEndpointFilter<AdminAccess>();
        changing.MapPost("/rebuild", Rebuild).WithSummary("Builds a new generation beside the live one and publishes it");
        changing.MapPost("/rollback", RollBack).WithSummary("Brings the previous generation up to date and publishes it again");
        changing.MapDelete("/rebuilds/{id}", Cancel).WithSummary("Stops a rebuild or a rollback");
    }

    private static Ok<IndexStatus> Status(IndexStatusReader status) => TypedResults.Ok(status.Read());

    private static Results<Ok<RebuildStatus>, ProblemHttpResult> Progress(string id, RebuildJobs jobs) =>
        jobs.Find(id) is { } job ? TypedResults.Ok(job.Status) : NotFound();

    private static Results<Accepted<RebuildStatus>, ProblemHttpResult> Rebuild(RebuildJobs jobs, HttpResponse response) =>
        Start(RebuildKind.Rebuild, jobs, response);

    private static Results<Accepted<RebuildStatus>, ProblemHttpResult> RollBack(RebuildJobs jobs, IndexRollback rollback, HttpResponse response) =>
        // A job that runs may be about to make the generation that one could go back to.
        jobs.Running is null && rollback.WhyImpossible() is { } reason
            ? Problems.Of(ErrorCode.RollbackImpossible, reason)
            : Start(RebuildKind.Rollback, jobs, response);

    private static Results<Accepted<RebuildStatus>, ProblemHttpResult> Start(RebuildKind kind, RebuildJobs jobs, HttpResponse response)
    {
        var started = jobs.TryStart(kind, out var job);
        var location = $"/api/index/rebuilds/{job.Id}";
        if (started)
        {
            return TypedResults.Accepted(location, job.Status);
        }

        response.Headers.Location = location;
        return Problems.Of(ErrorCode.RebuildRunning, $"La reconstruction {job.Id} est en cours.", ("rebuild", job.Id));
    }

    private static Results<Accepted<RebuildStatus>, Ok<RebuildStatus>, ProblemHttpResult> Cancel(string id, RebuildJobs jobs)
    {
        if (jobs.Find(id) is not { } job)
        {
            return NotFound();
        }

        if (job.HasEnded)
        {
            return TypedResults.Ok(job.Status);
        }

        job.Cancel();
        return TypedResults.Accepted($"/api/index/rebuilds/{job.Id}", job.Status);
    }

    private static ProblemHttpResult NotFound() => Problems.Of(ErrorCode.NotFound, "Il n'y a pas de reconstruction de ce nom.");
}
