using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using SearchService.Articles;
using SearchService.Hosting;
using SearchService.Ingestion;
using SearchService.Ingestion.Readers;
using SearchService.Storage;

namespace SearchService.Endpoints;

/// <summary>
/// Articles in bulk, one a line, of any number in constant memory: a line is read when the one before it is done, so that a client is slowed down to
/// what the store takes. An upload that cannot go on answers with the number of articles it has taken; those are durable.
/// </summary>
public static partial class BulkEndpoints
{
    private const string NdJson = "application/x-ndjson";

    /// <summary>The errors that an answer lists; all are counted.</summary>
    private const int MaxListedErrors = 10_000;

    private const string SendAgain = "Renvoyez tout : ce qui est déjà enregistré reste tel quel.";

    /// <summary>A sender may take its time over the whole, not over a line: one that is silent for so long is gone, and its place is another's.</summary>
    private static readonly TimeSpan LongestLine = TimeSpan.FromMinutes(5);

    /// <summary>Maps the route into the group of those who may write.</summary>
    public static void MapBulk(this IEndpointRouteBuilder writing) =>
        writing.MapPost("", Bulk).WithSummary("Upserts articles, one a line; a bad line never stops the rest")
            .Accepts<Article>(NdJson)
            .WithMetadata(new DisableRequestSizeLimitAttribute());

    private static async Task<Results<Ok<BulkResult>, ProblemHttpResult>> Bulk(
        string? refresh, HttpContext context, ArticleImport import, Visibility visibility, IOptions<IngestionOptions> options, WriteLimits limits,
        StopDeadline stop, TimeProvider time, ILoggerFactory loggers, CancellationToken cancellation)
    {
        if (Visibility.Parse(refresh, out var wait) is { } fault)
        {
            return Problems.Of(fault);
        }

        var request = context.Request;
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !type.MediaType.Equals(NdJson, StringComparison.OrdinalIgnoreCase))
        {
            return Problems.Of(ErrorCode.UnsupportedMediaType, $"Le corps doit être de type {NdJson} : un article JSON par ligne.");
        }

        using var place = await limits.UploadAsync(cancellation);
        if (place is null)
        {
            return Problems.Overloaded(context.Response, "Trop d'envois d'articles à la fois : réessayez quand d'autres sont finis.", 10);
        }

        // The server's least rate of 240 bytes a second would cut off who sends articles as they come.
        if (context.Features.Get<IHttpMinRequestBodyDataRateFeature>() is { } rate)
        {
            rate.MinDataRate = null;
        }

        using var silence = new CancellationTokenSource(LongestLine, time);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellation, stop.Uploads, silence.Token);
        var errors = new List<BulkError>();
        var accepted = 0L;
        ImportResult result;
        try
        {
            result = await import.RunAsync(
                Watched(new JsonLinesReader().ReadAsync(request.Body, options.Value, end.Token), silence),
                (line, error) =>
                {
                    if (errors.Count < MaxListedErrors)
                    {
                        errors.Add(new BulkError(line, error.ArticleId, error.Code, error.Message));
                    }
                },
                progress: count => accepted = count,
                end.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return Problems.Overloaded(
                context.Response,
                stop.Uploads.IsCancellationRequested
                    ? $"Le service s'arrête ; {accepted} articles de cet envoi sont enregistrés. {SendAgain}"
                    : $"L'envoi s'est tu pendant {LongestLine.TotalMinutes} minutes ; {accepted} de ses articles sont enregistrés. {SendAgain}",
                1,
                ("accepted", accepted));
        }
        catch (StoreException e)
        {
            Log.StoreFailed(loggers.CreateLogger(typeof(BulkEndpoints)), e, accepted);
            return Problems.Overloaded(
                context.Response, $"{Problems.StoreFailed} {accepted} articles de cet envoi sont enregistrés. {SendAgain}", 1, ("accepted", accepted));
        }

        if (!await visibility.WaitAsync(result.Sequence, wait || result.Hides, cancellation))
        {
            return Problems.NotYetVisible(context.Response, ("accepted", result.Accepted));
        }

        errors.Sort((a, b) => a.Line.CompareTo(b.Line));
        return TypedResults.Ok(new BulkResult(result.Accepted, result.Rejected, errors));
    }

    /// <summary>The same items; the silence of the sender is counted from the moment when each is asked for.</summary>
    private static async IAsyncEnumerable<ReadItem> Watched(IAsyncEnumerable<ReadItem> items, CancellationTokenSource silence)
    {
        await foreach (var item in items)
        {
            yield return item;
            silence.CancelAfter(LongestLine);
        }
    }

    private sealed record BulkResult(long Accepted, long Rejected, IReadOnlyList<BulkError> Errors);

    private sealed record BulkError(int Line, string? Id, string Code, string Message);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "The store failed in the middle of an upload; {Accepted} articles of it are stored")]
        public static partial void StoreFailed(ILogger logger, Exception exception, long accepted);
    }
}
