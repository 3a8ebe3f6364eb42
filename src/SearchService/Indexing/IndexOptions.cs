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
}
