namespace SearchService.Storage;

/// <summary>
/// The article store, or a backup of it, cannot be opened or used. The message, in French, names the file, says what is wrong and what to do: it
/// is for whoever runs the service, and no part of an answer to a client.
/// </summary>
public sealed class StoreException : Exception
{
    /// <summary>Says what is wrong, with its cause if there is one.</summary>
    public StoreException(StoreFault fault, string message, Exception? inner = null)
        : base(message, inner) => Fault = fault;

    /// <summary>The kind of fault.</summary>
    public StoreFault Fault { get; }
}
