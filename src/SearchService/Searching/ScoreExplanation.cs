using Lucene.Net.Search;

namespace SearchService.Searching;

/// <summary>A part of a score and what it is made of.</summary>
/// <param name="Value">The part.</param>
/// <param name="Description">What it is.</param>
/// <param name="Details">What it is made of.</param>
public sealed record ScoreExplanation(float Value, string Description, IReadOnlyList<ScoreExplanation> Details)
{
    internal static ScoreExplanation From(Explanation explanation) => new(
        explanation.Value, explanation.Description, [.. (explanation.GetDetails() ?? []).Select(From)]);
}
