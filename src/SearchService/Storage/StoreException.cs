namespace SearchService.Storage;

/// <summary>The article store cannot be opened or used; the message says why and what to do.</summary>
public sealed class StoreException : Exception
{
    /// <summary>Says what is wrong.</summary>
    public StoreException(string message)
        : base(message)
    {
    }

    /// <summary>Says what is wrong, with its cause.</summary>
    public StoreException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
