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
