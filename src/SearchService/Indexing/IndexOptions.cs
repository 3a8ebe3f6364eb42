using System.ComponentModel.DataAnnotations;

namespace SearchService.Indexing;

/// <summary>The section <c>Index</c>.</summary>
public sealed class IndexOptions
{
    /// <summary>The name of the section.</summary>
    public const string Section = "Index";

    /// <summary>The folder of the article store and the index generations, relative to the content root.</summary>
    [Required]
    public string Directory { get; set; } = "index";

    /// <summary>How soon a write is searchable, in milliseconds.</summary>
    [Range(10, 600_000)]
    public int RefreshMilliseconds { get; set; } = 500;

    /// <summary>
    /// A file of queries that a new generation must not answer worse than the live one, relative to the content root: one a line, if wished with a tab and the
    /// identifier of the article that must be among the first ten hits. Without it a sample of the articles makes the queries.
    /// </summary>
    public string? SavedQueriesPath { get; set; }
}
