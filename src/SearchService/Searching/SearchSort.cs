namespace SearchService.Searching;

/// <summary>The order of the hits.</summary>
public enum SearchSort
{
    /// <summary>The best first; equals by date, newest first, then by identifier.</summary>
    Relevance,

    /// <summary>The newest first, undated last, equals by identifier.</summary>
    Newest,

    /// <summary>The oldest first, undated last, equals by identifier.</summary>
    Oldest,
}
