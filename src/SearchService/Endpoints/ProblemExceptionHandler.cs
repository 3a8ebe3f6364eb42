using System.Text.Json;
using Microsoft.AspNetCore.Diagnostics;
using SearchService.Hosting;
using SearchService.Indexing;
using SearchService.Searching;
using SearchService.Storage;

namespace SearchService.Endpoints;

/// <summary>Turns what escapes an endpoint into a problem; the exception itself goes to the log alone.</summary>
public sealed partial class ProblemExceptionHandler(IndexStatusReader status, IndexHealth health, ILogger<ProblemExceptionHandler> logger) : IExceptionHandler
{
    private const int MaxLoggedPath = 300;

    /// <inheritdoc/>
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is OperationCanceledException or IOException && httpContext.RequestAborted.IsCancellationRequested)
        {
            httpContext.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
            return true;
        }

        var (error, detail) = exception switch
        {
            IndexNotReadyException => (ErrorCode.IndexNotReady, status.WhyNotReady() ?? "L'index vient d'être prêt : réessayez."),
            StoreException => (ErrorCode.Overloaded, Problems.StoreFailed),
            SearchTimeoutException => (ErrorCode.Overloaded, "La recherche a dépassé le temps permis (Search:TimeoutMilliseconds) : précisez-la ou réessayez."),
            BadHttpRequestException { StatusCode: 413 } => (ErrorCode.TooLarge, "Le contenu de la requête dépasse la limite."),
            BadHttpRequestException { InnerException: JsonException } => (ErrorCode.InvalidJson, "Le corps de la requête n'est pas le JSON attendu."),
            BadHttpRequestException { StatusCode: 415 } => (ErrorCode.UnsupportedMediaType, "Le corps doit être de type application/json."),
            BadHttpRequestException { StatusCode: 408 } => (ErrorCode.InvalidParameter, "Le corps de la requête est arrivé trop lentement."),
            InvalidOperationException { InnerException: ArgumentException or NotSupportedException } when HasCharset(httpContext.Request) =>
                (ErrorCode.UnsupportedMediaType, "Le corps doit être en UTF-8."), // a charset that nobody knows, or UTF-7
            UriFormatException when !Uri.TryCreate($"http://{httpContext.Request.Host}", UriKind.Absolute, out _) =>
                (ErrorCode.InvalidParameter, "L'en-tête Host ne désigne aucune machine."), // Razor makes an address of it for each page
            IOException { InnerException: OverflowException } => (ErrorCode.InvalidParameter, "La requête est mal formée."), // a chunk of 2 GB and more
            BadHttpRequestException bad => (ErrorCode.OfStatus(bad.StatusCode), "La requête est mal formée."),
            IOException when IndexFaults.IsSuspicious(exception) => (ErrorCode.IndexNotReady, "Un fichier de l'index semble endommagé ; le service le vérifie et le répare."),
            _ => (ErrorCode.InternalError, "Le service a rencontré une erreur ; son journal en dit la cause."),
        };
        if (error == ErrorCode.InternalError || exception is StoreException || (error == ErrorCode.IndexNotReady && exception is not IndexNotReadyException))
        {
            health.Suspect(exception);
            Log.Failed(logger, exception, httpContext.Request.Method, Shown(httpContext.Request.Path));
        }

        if (error.Status == 503)
        {
            httpContext.Response.Headers.RetryAfter = "1";
        }

        await Problems.Of(error, detail).ExecuteAsync(httpContext);
        return true;
    }

    private static bool HasCharset(HttpRequest request) => request.ContentType?.Contains("charset", StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>A path as the log shows it: percent-encoded, so that no address writes lines of its own into the log, and of bounded length.</summary>
    private static string Shown(PathString path) => path.ToUriComponent() is { Length: > MaxLoggedPath } whole ? whole[..MaxLoggedPath] + "…" : path.ToUriComponent();

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "{Method} {Path} failed")]
        public static partial void Failed(ILogger logger, Exception exception, string method, string path);
    }
}
