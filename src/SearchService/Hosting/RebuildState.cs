namespace SearchService.Hosting;

/// <summary>Where a rebuild stands.</summary>
public enum RebuildState
{
    /// <summary>It waits for its turn.</summary>
    Queued,

    /// <summary>It indexes.</summary>
    Running,

    /// <summary>Its result is being checked.</summary>
    Verifying,

    /// <summary>Its result is live.</summary>
    Succeeded,

    /// <summary>It ended without a result; the former generation is live.</summary>
    Failed,

    /// <summary>It was stopped; the former generation is live.</summary>
    Canceled,
}
