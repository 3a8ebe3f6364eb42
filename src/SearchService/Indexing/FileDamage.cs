namespace SearchService.Indexing;

/// <summary>A file of an index that is not what was written.</summary>
/// <param name="File">Its name, without a folder.</param>
/// <param name="Reason">What is wrong with it.</param>
public sealed record FileDamage(string File, string Reason)
{
    /// <inheritdoc/>
    public override string ToString() => $"{File}: {Reason}";
}
