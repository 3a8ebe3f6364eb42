using Microsoft.AspNetCore.Http.HttpResults;
using SearchService.Hosting;

namespace SearchService.Endpoints;

/// <summary>Whether the process lives, and whether it answers searches.</summary>
public static class HealthEndpoints
{
    /// <summary>Maps the routes.</summary>
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/health").WithTags("Health").DisableRateLimiting();
        group.MapGet("/live", Live).WithSummary("The process lives");
        group.MapGet("/ready", Ready).WithSummary("Searches are answered; before that 503 with the progress");
    }

    private static Ok<Health> Live() => TypedResults.Ok(new Health("live"));

    private static Results<Ok<Health>, ProblemHttpResult> Ready(IndexStatusReader status, StartupProgress progress, RebuildJobs jobs, HttpResponse response)
    {
        if (status.WhyNotReady() is not { } reason)
        {
            return TypedResults.Ok(new Health("ready"));
        }

        response.Headers.RetryAfter = "1";
        return Problems.Of(ErrorCode.IndexNotReady, reason, ("articlesRead", progress.ArticlesRead), ("rebuild", jobs.Running?.Status));
    }

    private sealed record Health(string Status);
}
