using System.ComponentModel.DataAnnotations;

namespace SearchService.Hosting;

/// <summary>The section <c>Security</c>.</summary>
public sealed class SecurityOptions
{
    /// <summary>The name of the section.</summary>
    public const string Section = "Security";

    /// <summary>Keys that may write, or <c>sha256:</c> and their hash (<see cref="AdminKey"/>). With none, callers of this machine may, and nobody else.</summary>
    public IReadOnlyList<string> AdminKeys { get; set; } = [];

    /// <summary>How many requests a client may make per second; 0 for no limit.</summary>
    [Range(0, 1_000_000)]
    public int RequestsPerSecond { get; set; }
}
