namespace SearchService.Indexing;

/// <summary>A rebuild or a rollback cannot be done as things are, and nothing has changed; the message, in French, says why and names no path.</summary>
public sealed class RebuildRefusedException : Exception
{
    /// <summary>Says why.</summary>
    public RebuildRefusedException(string message)
        : base(message)
    {
    }

    /// <summary>Says why, with the cause for the log.</summary>
    public RebuildRefusedException(string message, Exception? inner)
        : base(message, inner)
    {
    }
}
