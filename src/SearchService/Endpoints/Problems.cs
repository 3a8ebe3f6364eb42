using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using SearchService.Articles;
using SearchService.Searching;

namespace SearchService.Endpoints;

/// <summary>Errors as <c>application/problem+json</c> (RFC 9457) with a stable <c>code</c>.</summary>
public static class Problems
{
    /// <summary>A problem.</summary>
    /// <param name="error">Which.</param>
    /// <param name="detail">What is wrong here and what to do, in French; never a path, a key or a stack.</param>
    /// <param name="more">Members beside <c>code</c>.</param>
    public static ProblemHttpResult Of(ErrorCode error, string detail, params ReadOnlySpan<(string Name, object? Value)> more)
    {
        var extensions = new Dictionary<string, object?>(StringComparer.Ordinal) { ["code"] = error.Code };
        foreach (var (name, value) in more)
        {
            extensions[name] = value;
        }

        return TypedResults.Problem(detail, statusCode: error.Status, title: error.Title, extensions: extensions);
    }

    /// <summary>The problem of an answer that has only a status, which it keeps. It is JSON whatever the client says that it accepts.</summary>
    public static ProblemHttpResult OfStatus(int status)
    {
        var error = ErrorCode.OfStatus(status);
        return TypedResults.Problem(
            error == ErrorCode.UnsupportedMediaType ? "Le corps doit être de type application/json, ou application/x-ndjson pour POST /api/articles." : null,
            statusCode: status,
            title: error.Title,
            extensions: new Dictionary<string, object?>(StringComparer.Ordinal) { ["code"] = error.Code });
    }

    /// <summary>The detail of a store that cannot be used; the log has the rest.</summary>
    public const string StoreFailed =
        "Le dépôt d'articles ne peut pas être lu ou écrit en ce moment ; le journal du service en dit la cause. Réessayez plus tard.";

    /// <summary>The problem of a service that cannot do it now.</summary>
    /// <param name="response">The answer, which is told when to come back.</param>
    /// <param name="detail">Why, in French.</param>
    /// <param name="retryAfterSeconds">When it is worth another try.</param>
    /// <param name="more">Members beside <c>code</c>.</param>
    public static ProblemHttpResult Overloaded(
        HttpResponse response, string detail, int retryAfterSeconds, params ReadOnlySpan<(string Name, object? Value)> more)
    {
        response.Headers.RetryAfter = retryAfterSeconds.ToString(CultureInfo.InvariantCulture);
        return Of(ErrorCode.Overloaded, detail, more);
    }

    /// <summary>The problem of a change that is stored but that searches do not see within the time of a request.</summary>
    public static ProblemHttpResult NotYetVisible(HttpResponse response, params ReadOnlySpan<(string Name, object? Value)> more) => Overloaded(
        response, "La modification est enregistrée, mais l'index n'avance pas et les recherches ne la voient pas encore : voyez GET /api/index.", 10, more);

    /// <summary>The problem of a parameter.</summary>
    public static ProblemHttpResult Of(ParameterFault fault) => Of(ErrorCode.InvalidParameter, fault.Message, ("parameter", fault.Name));

    /// <summary>The problem of an article.</summary>
    public static ProblemHttpResult Of(ArticleError error) => Of(
        error.Code switch
        {
            ArticleError.InvalidJson => ErrorCode.InvalidJson,
            ArticleError.VersionConflict => ErrorCode.VersionConflict,
            ArticleError.TooLarge => ErrorCode.TooLarge,
            _ => ErrorCode.InvalidArticle,
        },
        error.Message);
}
