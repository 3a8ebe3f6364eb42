namespace SearchService.Searching;

/// <summary>A search took longer than <see cref="SearchOptions.TimeoutMilliseconds"/>.</summary>
public sealed class SearchTimeoutException : Exception
{
    /// <summary>Says that the time is over.</summary>
    public SearchTimeoutException()
        : base("The search took longer than Search:TimeoutMilliseconds.")
    {
    }
}
