namespace SearchService.Indexing;

/// <summary>An index generation cannot be opened, written or published; the message says why.</summary>
public sealed class IndexException : Exception
{
    /// <summary>The checks of a rebuild, if one of them is the reason; else empty.</summary>
    public IReadOnlyList<RebuildCheck> Checks { get; init; } = [];

    /// <summary>Whether a file is not what was written: then only another generation, or a rebuild, helps.</summary>
    public bool IsDamage { get; init; }

    /// <summary>Says what is wrong.</summary>
    public IndexException(string message)
        : base(message)
    {
    }

    /// <summary>Says what is wrong, with its cause.</summary>
    public IndexException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
