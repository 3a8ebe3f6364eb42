namespace SearchService.Hosting;

/// <summary>What a job does to the index.</summary>
public enum RebuildKind
{
    /// <summary>It builds a new generation from the store.</summary>
    Rebuild,

    /// <summary>It goes back to the generation before the live one.</summary>
    Rollback,
}
