using System.ComponentModel.DataAnnotations;

namespace SearchService.Ingestion;

/// <summary>The section <c>Ingestion</c>.</summary>
public sealed class IngestionOptions
{
    /// <summary>The name of the section.</summary>
    public const string Section = "Ingestion";

    /// <summary>The longest line, and the longest article of a news page, in bytes. Longer ones are refused, one by one.</summary>
    [Range(1024, 1024 * 1024 * 1024)]
    public int MaxLineBytes { get; set; } = 10 * 1024 * 1024;
}
