using Microsoft.AspNetCore.Http.HttpResults;
using SearchService.Analysis;
using SearchService.Searching;

namespace SearchService.Endpoints;

/// <summary>Shows what becomes of a text, so that a person sees why two words meet.</summary>
public static class AnalyzeEndpoints
{
    private const int MaxTextLength = 100_000;

    /// <summary>Maps the route.</summary>
    public static void MapAnalyze(this IEndpointRouteBuilder routes) => routes.MapGroup("/api").WithTags("Analysis")
        .MapPost("/analyze", Analyze).WithSummary("The terms of a text at a level: exact, lemma (with synonyms) or stem")
        .RequireRateLimiting(SearchOptions.LimiterPolicy); // a long text costs as much as a search


    private static Results<Ok<Analysis>, ProblemHttpResult> Analyze(AnalyzeRequest request, SynonymMap synonyms)
    {
        if (request.Text is not { Length: <= MaxTextLength } text)
        {
            return Problems.Of(ErrorCode.InvalidParameter, $"« text » doit être un texte d'au plus {MaxTextLength} caractères.", ("parameter", "text"));
        }

        if (AnalysisLevels.Parse(request.Field) is not { } level)
        {
            return Problems.Of(ErrorCode.InvalidParameter, $"« field » doit valoir {AnalysisLevels.Names}.", ("parameter", "field"));
        }

        var tokens = TextAnalysis.Analyze(text, level);
        if (level == AnalysisLevel.Lemma)
        {
            tokens = [.. tokens.Concat(TextAnalysis.SynonymsIn(text, synonyms)).OrderBy(token => token.Position)];
        }

        return TypedResults.Ok(new Analysis(tokens));
    }

    private sealed record AnalyzeRequest(string? Text, string? Field);

    private sealed record Analysis(IReadOnlyList<AnalyzedToken> Tokens);
}
