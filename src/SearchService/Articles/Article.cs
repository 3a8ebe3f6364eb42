namespace SearchService.Articles;

/// <summary>A piece of news as its source tells it. All text is NFC, on one line and free of control characters.</summary>
public sealed record Article
{
    /// <summary>The identifier: see <see cref="ArticleId"/>.</summary>
    public required string Id { get; init; }

    /// <summary>The headline; never blank.</summary>
    public required string Headline { get; init; }

    /// <summary>The paragraphs in order; empty for a wire flash.</summary>
    public IReadOnlyList<Paragraph> Paragraphs { get; init; } = [];

    /// <summary>Subject categories that the source gave; <c>A/B</c> is the category B below A.</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];

    /// <summary>The running story that the source gave, or null.</summary>
    public string? Story { get; init; }

    /// <summary>The agency or paper, or null.</summary>
    public string? Source { get; init; }

    /// <summary>Who signed it, or null.</summary>
    public string? Byline { get; init; }

    /// <summary>Where the original stands, or null.</summary>
    public string? Url { get; init; }

    /// <summary>The moment of publication with the offset it was written in, or null if unknown.</summary>
    public DateTimeOffset? PublishedAt { get; init; }

    /// <summary>The version, 1 or more; null lets the store count on from the one it holds.</summary>
    public long? Version { get; init; }

    /// <summary>Whether readers may see it.</summary>
    public ArticleStatus Status { get; init; }

    /// <summary>Hidden until this moment, or null.</summary>
    public DateTimeOffset? EmbargoUntil { get; init; }
}
