using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using SearchService.Articles;
using SearchService.Classification;
using SearchService.Hosting;
using SearchService.Ingestion;
using SearchService.Ingestion.Readers;
using SearchService.Storage;

namespace SearchService.Endpoints;

/// <summary>Articles: read, write, delete, in bulk.</summary>
public static class ArticleEndpoints
{
    private const string NdJson = "application/x-ndjson";

    /// <summary>The errors that a bulk answer lists; all are counted.</summary>
    private const int MaxListedErrors = 10_000;

    /// <summary>Maps the routes.</summary>
    public static void MapArticles(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/articles").WithTags("Articles");
        group.MapGet("/{id}", Get).WithSummary("An article").Produces<Article>().ProducesProblem(404);
        group.MapSimilar();

        var writing = group.MapGroup("").AddEndpointFilter<AdminAccess>();
        writing.MapPut("/{id}", Put).WithSummary("Upserts an article").Accepts<Article>("application/json");
        writing.MapDelete("/{id}", Delete).WithSummary("Deletes an article and forgets its version");
        writing.MapPost("", Bulk).WithSummary("Upserts articles, one a line; a bad line never stops the rest")
            .Accepts<Article>(NdJson)
            .WithMetadata(new Microsoft.AspNetCore.Mvc.DisableRequestSizeLimitAttribute());
    }

    private static IResult Get(string id, ArticleStore store) => store.Get(id) is { Visible: true } stored
        ? TypedResults.Bytes(
            ArticleJsonWriter.WriteClassified(stored.Classified, stored.Version), "application/json",
            entityTag: new EntityTagHeaderValue($"\"{stored.Version}\""))
        : NotFound(id);

    private static async Task<Results<Ok<WriteResult>, Created<WriteResult>, ProblemHttpResult>> Put(
        string id, string? refresh, HttpRequest request, ArticleStore store, ArticleClassifier classifier, Visibility visibility,
        IOptions<IngestionOptions> options, CancellationToken cancellation)
    {
        if (Visibility.Parse(refresh, out var wait) is { } fault)
        {
            return Problems.Of(fault);
        }

        if (request.ContentType is { } type && !type.Contains("json", StringComparison.OrdinalIgnoreCase))
        {
            return Problems.Of(ErrorCode.UnsupportedMediaType, "Le corps doit être de type application/json.");
        }

        if (await ReadBodyAsync(request.Body, options.Value.MaxLineBytes, cancellation) is not { } body)
        {
            return Problems.Of(ErrorCode.TooLarge, $"L'article dépasse {options.Value.MaxLineBytes} octets (Ingestion:MaxLineBytes).");
        }

        if (!ArticleJsonReader.TryRead(body, out var article, out var error, out _, defaultId: id))
        {
            return Problems.Of(error);
        }

        if (article.Id != id)
        {
            return Problems.Of(new ArticleError(
                ArticleError.InvalidArticle, "« id » n'est pas celui de l'adresse : corrigez l'un des deux ou laissez « id » de côté."));
        }

        var result = await store.ApplyAsync(ArticleChange.Put(classifier.Classify(article)));
        if (!result.Accepted)
        {
            return Problems.Of(ArticleImport.VersionConflict(article, result));
        }

        // What is withdrawn is gone once this answers, whether or not the caller asked to wait.
        await visibility.WaitAsync(result.Sequence, wait || ArticleImport.Hides(article), cancellation);
        var answer = new WriteResult(id, result.Version, result.Sequence);
        return result.Outcome == ChangeOutcome.Created ? TypedResults.Created($"/api/articles/{id}", answer) : TypedResults.Ok(answer);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> Delete(
        string id, string? refresh, ArticleStore store, Visibility visibility, CancellationToken cancellation)
    {
        if (Visibility.Parse(refresh, out _) is { } fault)
        {
            return Problems.Of(fault);
        }

        var result = await store.ApplyAsync(ArticleChange.Delete(id));
        if (result.Outcome == ChangeOutcome.NotFound)
        {
            return NotFound(id);
        }

        await visibility.WaitAsync(result.Sequence, wait: true, cancellation);
        return TypedResults.NoContent();
    }

    private static async Task<Results<Ok<BulkResult>, ProblemHttpResult>> Bulk(
        string? refresh, HttpRequest request, ArticleImport import, Visibility visibility, IOptions<IngestionOptions> options,
        CancellationToken cancellation)
    {
        if (Visibility.Parse(refresh, out var wait) is { } fault)
        {
            return Problems.Of(fault);
        }

        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !type.MediaType.Equals(NdJson, StringComparison.OrdinalIgnoreCase))
        {
            return Problems.Of(ErrorCode.UnsupportedMediaType, $"Le corps doit être de type {NdJson} : un article JSON par ligne.");
        }

        var errors = new List<BulkError>();
        var result = await import.RunAsync(
            new JsonLinesReader().ReadAsync(request.Body, options.Value, cancellation),
            (line, error) =>
            {
                if (errors.Count < MaxListedErrors)
                {
                    errors.Add(new BulkError(line, error.ArticleId, error.Code, error.Message));
                }
            },
            progress: null,
            cancellation);
        await visibility.WaitAsync(result.Sequence, wait || result.Hides, cancellation);
        errors.Sort((a, b) => a.Line.CompareTo(b.Line));
        return TypedResults.Ok(new BulkResult(result.Accepted, result.Rejected, errors));
    }

    /// <summary>The body, or null if it is longer than the limit.</summary>
    private static async Task<ReadOnlyMemory<byte>?> ReadBodyAsync(Stream body, int limit, CancellationToken cancellation)
    {
        using var copy = new MemoryStream();
        var buffer = new byte[16 * 1024];
        int read;
        while ((read = await body.ReadAsync(buffer, cancellation)) > 0)
        {
            if (copy.Length + read > limit)
            {
                return null;
            }

            copy.Write(buffer, 0, read);
        }

        return copy.GetBuffer().AsMemory(0, (int)copy.Length);
    }

    // An address can be of any length and hold anything: only a proper identifier is repeated in an answer.
    internal static ProblemHttpResult NotFound(string id) =>
        Problems.Of(ErrorCode.NotFound, $"Il n'y a pas d'article {(ArticleId.IsValid(id) ? $"« {id} »" : "de ce nom")}.");

    private sealed record WriteResult(string Id, long Version, long Sequence);

    private sealed record BulkResult(long Accepted, long Rejected, IReadOnlyList<BulkError> Errors);

    private sealed record BulkError(int Line, string? Id, string Code, string Message);
}
