using System.ComponentModel.DataAnnotations;

namespace SearchService.Searching;

/// <summary>The section <c>Search</c>: the limits of one search and of all together.</summary>
public sealed class SearchOptions
{
    /// <summary>The name of the section.</summary>
    public const string Section = "Search";

    /// <summary>The name of the limiter that all routes share which search.</summary>
    public const string LimiterPolicy = "search";

    /// <summary>The longest query, in UTF-16 units.</summary>
    [Range(1, 60_000)]
    public int MaxQueryLength { get; set; } = 2000;

    /// <summary>The most words and phrases of a query; later ones are left aside and told.</summary>
    [Range(1, 1024)]
    public int MaxClauses { get; set; } = 256;

    /// <summary>How long a search may take, in milliseconds.</summary>
    [Range(1, 600_000)]
    public int TimeoutMilliseconds { get; set; } = 2000;

    /// <summary>After how many days half of what an article gains by being recent is left; 0: age does not matter.</summary>
    [Range(0.0, 100_000.0)]
    public double RecencyHalfLifeDays { get; set; } = 30;

    /// <summary>How many searches run at the same time; by default twice the cores.</summary>
    [Range(1, 10_000)]
    public int MaxConcurrent { get; set; } = 2 * Environment.ProcessorCount;

    /// <summary>How many more may wait.</summary>
    [Range(0, 100_000)]
    public int MaxQueued { get; set; } = 128;
}
