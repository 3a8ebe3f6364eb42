namespace SearchService.Indexing;

/// <summary>No generation is published yet: a state of the service, told to the caller as 503.</summary>
public sealed class IndexNotReadyException : Exception
{
    /// <summary>Says that there is no index yet.</summary>
    public IndexNotReadyException()
        : base("No index generation is published yet.")
    {
    }
}
