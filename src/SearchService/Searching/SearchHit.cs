using System.Text.Json.Serialization;

namespace SearchService.Searching;

/// <summary>An article that was found.</summary>
public sealed record SearchHit
{
    /// <summary>The identifier.</summary>
    public required string Id { get; init; }

    /// <summary>The score; 0 when everything was asked for.</summary>
    public required float Score { get; init; }

    /// <summary>The headline.</summary>
    public required string Headline { get; init; }

    /// <summary>The headline as HTML: escaped, what matched in <c>mark</c>.</summary>
    public required string HeadlineHtml { get; init; }

    /// <summary>The topics.</summary>
    public required IReadOnlyList<string> Topics { get; init; }

    /// <summary>The story, or null.</summary>
    public string? Story { get; init; }

    /// <summary>Which of <c>topics</c> and <c>story</c> were derived.</summary>
    public required IReadOnlyList<string> Derived { get; init; }

    /// <summary>The source, or null.</summary>
    public string? Source { get; init; }

    /// <summary>The byline, or null.</summary>
    public string? Byline { get; init; }

    /// <summary>The date of publication, or null.</summary>
    public DateTimeOffset? PublishedAt { get; init; }

    /// <summary>Where the original stands, or null.</summary>
    public string? Url { get; init; }

    /// <summary>How many other hits are folded into this one.</summary>
    public int Folded { get; init; }

    /// <summary>The paragraphs that answer best, at most 3; the first one if none does.</summary>
    public required IReadOnlyList<Passage> Passages { get; init; }

    /// <summary>Why it scores so, when asked for.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ScoreExplanation? Explanation { get; init; }
}
