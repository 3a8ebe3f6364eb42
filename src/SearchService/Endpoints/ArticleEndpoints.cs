using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using SearchService.Articles;
using SearchService.Classification;
using SearchService.Hosting;
using SearchService.Ingestion;
using SearchService.Storage;

namespace SearchService.Endpoints;

/// <summary>Articles: read, write, delete.</summary>
public static class ArticleEndpoints
{
    /// <summary>Maps the routes.</summary>
    public static void MapArticles(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/articles").WithTags("Articles");
        group.MapGet("/{id}", Get).WithSummary("An article").Produces<Article>().ProducesProblem(404);
        group.MapSimilar();

        var writing = group.MapGroup("").AddEndpointFilter<AdminAccess>();
        writing.MapPut("/{id}", Put).WithSummary("Upserts an article").Accepts<Article>("application/json")
            .WithMetadata(new DisableRequestSizeLimitAttribute()); // Ingestion:MaxLineBytes is the limit
        writing.MapDelete("/{id}", Delete).WithSummary("Deletes an article and forgets its version");
        writing.MapBulk();
    }

    private static IResult Get(string id, ArticleStore store) => store.Get(id) is { Visible: true } stored
        ? TypedResults.Bytes(
            ArticleJsonWriter.WriteClassified(stored.Classified, stored.Version), "application/json",
            entityTag: new EntityTagHeaderValue($"\"{stored.Version}\""))
        : NotFound(id);

    private static async Task<Results<Ok<WriteResult>, Created<WriteResult>, ProblemHttpResult>> Put(
        string id, string? refresh, HttpContext context, ArticleStore store, ArticleClassifier classifier, Visibility visibility,
        IOptions<IngestionOptions> options, WriteLimits limits, CancellationToken cancellation)
    {
        if (Visibility.Parse(refresh, out var wait) is { } fault)
        {
            return Problems.Of(fault);
        }

        var request = context.Request;
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

        ChangeResult result;
        using (var place = await limits.ChangeAsync(cancellation))
        {
            if (place is null)
            {
                return TooManyChanges(context.Response);
            }

            result = await store.ApplyAsync(ArticleChange.Put(classifier.Classify(article)));
        }

        if (!result.Accepted)
        {
            return Problems.Of(ArticleImport.VersionConflict(article, result));
        }

        // What is withdrawn is gone once this answers, whether or not the caller asked to wait.
        if (!await visibility.WaitAsync(result.Sequence, wait || ArticleImport.Hides(article), cancellation))
        {
            return Problems.NotYetVisible(context.Response, ("sequence", result.Sequence));
        }

        var answer = new WriteResult(id, result.Version, result.Sequence);
        return result.Outcome == ChangeOutcome.Created ? TypedResults.Created($"/api/articles/{id}", answer) : TypedResults.Ok(answer);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> Delete(
        string id, string? refresh, ArticleStore store, Visibility visibility, WriteLimits limits, HttpResponse response, CancellationToken cancellation)
    {
        if (Visibility.Parse(refresh, out _) is { } fault)
        {
            return Problems.Of(fault);
        }

        ChangeResult result;
        using (var place = await limits.ChangeAsync(cancellation))
        {
            if (place is null)
            {
                return TooManyChanges(response);
            }

            result = await store.ApplyAsync(ArticleChange.Delete(id));
        }

        if (result.Outcome == ChangeOutcome.NotFound)
        {
            return NotFound(id);
        }

        return await visibility.WaitAsync(result.Sequence, wait: true, cancellation)
            ? TypedResults.NoContent()
            : Problems.NotYetVisible(response, ("sequence", result.Sequence));
    }

    private static ProblemHttpResult TooManyChanges(HttpResponse response) =>
        Problems.Overloaded(response, "Trop d'écritures à la fois : réessayez dans un instant.", 1);

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
}
