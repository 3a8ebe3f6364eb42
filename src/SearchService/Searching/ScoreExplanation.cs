using Lucene.Net.Search;

namespace SearchService.Searching;

/// <summary>A part of a score and what it is made of.</summary>
/// <param name="Value">The part.</param>
/// <param name="Description">What it is.</param>
/// <param name="Details">What it is made of.</param>
public sealed record ScoreExplanation(float Value, string Description, IReadOnlyList<ScoreExplanation> Details)
{
    internal static ScoreExplanation From(Explanation explanation) => new(
        explanation.Value, InFrench(explanation.Description), [.. (explanation.GetDetails() ?? []).Select(From)]);

    // What Lucene says of queries that are put together; all else is said by the ranking itself.
    private static string InFrench(string description) => description switch
    {
        _ when description.StartsWith("sum of", StringComparison.Ordinal) => "somme des parties",
        _ when description.StartsWith("max ", StringComparison.Ordinal) => "meilleure des parties",
        _ when description.EndsWith("product of:", StringComparison.Ordinal) => "produit des parties",
        _ => description,
    };
}
