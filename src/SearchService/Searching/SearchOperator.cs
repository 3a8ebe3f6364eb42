namespace SearchService.Searching;

/// <summary>How many of the words must be found.</summary>
public enum SearchOperator
{
    /// <summary>All; if that finds nothing, at least one.</summary>
    Auto,

    /// <summary>All.</summary>
    All,

    /// <summary>At least one.</summary>
    Any,
}
